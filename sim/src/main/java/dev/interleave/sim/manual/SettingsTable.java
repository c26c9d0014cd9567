package dev.interleave.sim.manual;

import static dev.interleave.sim.manual.MarkdownTable.code;

import dev.interleave.kernel.config.SettingDescription;
import java.util.List;

/**
 * What can be set in a block.
 *
 * @param settings its settings
 */
record SettingsTable(List<SettingDescription> settings) {

  String text() {
    MarkdownTable table = new MarkdownTable("setting", "without it", "what it may be", "meaning");
    for (SettingDescription setting : settings) {
      table.row(
          code(setting.name()),
          code(setting.standard().orElse("")),
          setting.wanted(),
          setting.meaning());
    }
    return table.text();
  }
}
