package dev.interleave.sim.cli;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueFactory;
import dev.interleave.kernel.config.Definition;
import dev.interleave.kernel.config.Kind;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.Nearest;
import dev.interleave.kernel.config.Requests;
import dev.interleave.kernel.config.SettingDescription;
import dev.interleave.kernel.config.Types;
import dev.interleave.sim.metric.MetricGuide;
import dev.interleave.sim.report.Table;
import dev.interleave.sim.scenario.ScenarioHeader;
import dev.interleave.sim.scenario.ShippedScenarios;
import dev.interleave.sim.scenario.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything about one name, for {@code describe}. */
final class Describer {
  private final Surroundings surroundings;
  private final Mistakes mistakes;
  private final Types types;

  /**
   * @param mistakes takes what is wrong with the types that are described
   */
  Describer(Surroundings surroundings, Mistakes mistakes) {
    this.surroundings = surroundings;
    this.mistakes = mistakes;
    this.types = Types.load(surroundings.classes(), mistakes);
  }

  /**
   * The lines about everything of that name.
   *
   * @throws UsageError when there is nothing of that name
   */
  List<String> describe(String name) {
    List<String> lines = new ArrayList<>();
    scenario(name).ifPresent(lines::addAll);
    for (Definition type : types.all()) {
      if (type.name().equals(name) || type.className().equals(name)) {
        lines.addAll(lines.isEmpty() ? List.of() : List.of(""));
        lines.addAll(type(type));
      }
    }
    if (lines.isEmpty()) {
      throw new UsageError(
          "there is no scenario, driver, policy, program or dispatcher '"
              + name
              + "'"
              + Nearest.hint(name, names())
              + "  (interleave list)");
    }
    return lines;
  }

  private List<String> names() {
    return Stream.concat(
            ShippedScenarios.of(surroundings).names().stream(),
            types.all().stream().map(Definition::name))
        .toList();
  }

  private Optional<List<String>> scenario(String name) {
    return ShippedScenarios.of(surroundings)
        .find(name)
        .map(
            file ->
                Stream.concat(
                        Stream.of("scenario " + name + "   (" + file + ")", ""),
                        ScenarioHeader.of(file).lines())
                    .toList());
  }

  private List<String> type(Definition type) {
    List<String> lines = new ArrayList<>();
    lines.add(type.kind().word() + " " + type.name() + "   (" + type.jar() + ")");
    lines.add(type.summary());
    settings(type, lines);
    requests(type, lines);
    metrics(type, lines);
    type.example().ifPresent(it -> section("Example", it.strip().lines().toList(), lines));
    return lines;
  }

  private void settings(Definition type, List<String> lines) {
    Table table = Table.ofWords();
    List<String> rows = new ArrayList<>();
    for (SettingDescription setting : types.settings(type, mistakes)) {
      String standard = setting.standard().map(it -> "= " + it).orElse("(optional)");
      table.row(setting.name(), standard, setting.wanted());
      rows.add(setting.meaning());
    }
    section("Settings", withMeanings(table.lines(), rows), lines);
  }

  private static List<String> withMeanings(List<String> rows, List<String> meanings) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      lines.add(rows.get(i));
      if (!meanings.get(i).isEmpty()) {
        lines.addAll(Paragraph.wrapped(meanings.get(i), "      "));
      }
    }
    return lines;
  }

  private void requests(Definition type, List<String> lines) {
    if (type.kind() == Kind.DRIVER) {
      ConfigObject block = ConfigValueFactory.fromMap(Map.of("type", type.className()));
      types
          .resolve(type.kind(), block, type.name(), new Mistakes())
          .ifPresent(it -> section("Requests", Requests.of(it.type()).names(), lines));
    }
  }

  private static void metrics(Definition type, List<String> lines) {
    Table table = Table.ofWords();
    MetricGuide.of(type, "NAME").forEach(it -> table.row(it.name(), it.unit(), it.meaning()));
    section("Metrics", table.lines(), lines);
  }

  private static void section(String title, List<String> body, List<String> lines) {
    if (!body.isEmpty()) {
      lines.add("");
      lines.add(title + ":");
      body.forEach(line -> lines.add("  " + line));
    }
  }
}
