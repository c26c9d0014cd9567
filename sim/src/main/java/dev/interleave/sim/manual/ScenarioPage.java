package dev.interleave.sim.manual;

import com.typesafe.config.ConfigObject;
import dev.interleave.kernel.TaskSettings;
import dev.interleave.kernel.config.Kind;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.SettingDescription;
import dev.interleave.kernel.config.Types;
import dev.interleave.sim.create.Template;
import dev.interleave.sim.program.ArrivalKeys;
import java.util.HashMap;
import java.util.Map;

/**
 * Everything that a scenario file may say.
 *
 * @param types all that it may name
 * @param mistakes takes what is wrong with them
 */
public record ScenarioPage(Types types, Mistakes mistakes) {

  /** The page. */
  public String text() {
    Map<String, String> places = new HashMap<>();
    for (Kind kind : Kind.values()) {
      places.put(kind.plural(), new TypeSection(types, mistakes).of(kind));
    }
    places.put("task", settings(TaskSettings.class, "task"));
    places.put("arrivals", settings(ArrivalKeys.class, "arrivals"));
    return Template.of("/dev/interleave/sim/manual/scenario-files.md").fill(places);
  }

  private String settings(Class<?> type, String block) {
    ConfigObject defaults = types.reference().getObject("interleave.scenario." + block);
    return new SettingsTable(SettingDescription.of(type, defaults)).text().stripTrailing();
  }
}
