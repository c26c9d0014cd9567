package dev.interleave.sim.cli;

import dev.interleave.kernel.config.Definition;
import dev.interleave.kernel.config.Kind;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.Types;
import dev.interleave.sim.metric.MetricGuide;
import dev.interleave.sim.plugin.Plugins;
import dev.interleave.sim.report.Table;
import dev.interleave.sim.scenario.ScenarioHeader;
import dev.interleave.sim.scenario.ShippedScenarios;
import dev.interleave.sim.scenario.Surroundings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that a person can name, for {@code list}. */
final class Inventory {
  private static final String SCENARIOS = "scenarios";
  private static final String METRICS = "metrics";

  /** What can be listed. */
  static final List<String> NAMES =
      List.of(SCENARIOS, "drivers", "policies", "programs", "dispatchers", METRICS);

  /** Lines under a title. */
  record Section(String title, List<String> lines) {}

  private final Surroundings surroundings;
  private final Types types;
  private final List<Definition> extensions;

  /**
   * @param plugins the extensions among it all; their mistakes get what is wrong with their types
   */
  Inventory(Surroundings surroundings, Plugins plugins) {
    Mistakes mistakes = plugins.mistakes();
    this.surroundings = surroundings;
    this.types = Types.load(surroundings.classes(), mistakes);
    this.extensions = plugins.brought(types);
    extensions.forEach(type -> types.settings(type, mistakes));
  }

  /** Everything but the metrics, which are many. */
  List<Section> overview() {
    return NAMES.stream()
        .filter(name -> !name.equals(METRICS))
        .flatMap(name -> section(name).stream())
        .toList();
  }

  /** One of {@link #NAMES}; a singular will do. */
  Optional<Section> section(String name) {
    if (SCENARIOS.equals(name) || "scenario".equals(name)) {
      return Optional.of(new Section(SCENARIOS, scenarios()));
    }
    if (METRICS.equals(name) || "metric".equals(name)) {
      return Optional.of(new Section(METRICS, metrics()));
    }
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.plural().equals(name) || kind.word().equals(name))
        .findFirst()
        .map(kind -> new Section(kind.plural(), ofKind(kind)));
  }

  private List<String> scenarios() {
    ShippedScenarios shipped = ShippedScenarios.of(surroundings);
    Table table = Table.ofWords();
    shipped
        .names()
        .forEach(
            name ->
                table.row(name, shipped.find(name).map(ScenarioHeader::firstSentence).orElse("")));
    return table.lines();
  }

  private List<String> ofKind(Kind kind) {
    Table table = Table.ofWords();
    types.all(kind).forEach(type -> table.row(type.name(), type.summary() + origin(type)));
    return table.lines();
  }

  private String origin(Definition type) {
    return extensions.contains(type) ? "  (" + type.jar() + ")" : "";
  }

  private List<String> metrics() {
    List<String> lines = new ArrayList<>(table("of the machine", MetricGuide.machine()));
    lines.addAll(table("of every task, and of every component with its tasks", MetricGuide.task()));
    Stream.of(Kind.DRIVER, Kind.PROGRAM).forEach(kind -> declared(kind, lines));
    lines.add("");
    lines.add("STAT is one of " + String.join(", ", MetricGuide.statistics()));
    lines.add("TASK is a component of the scenario, or one of its tasks such as vector.0");
    lines.add("");
    lines.add("In a scenario:  expect = [ \"drops = 0\", \"keyboard.latency.p99 < 5 ms\",");
    lines.add("  \"display.screen contains 'done'\", \"[simulated 2] elapsed = 10 ms\" ]");
    lines.add("with < <= > >= = != or contains; in brackets the dispatchers (and cores) it is for");
    return lines;
  }

  private void declared(Kind kind, List<String> lines) {
    for (Definition type : types.all(kind)) {
      if (!type.metrics().isEmpty()) {
        String title = "of a component whose type is " + type.name();
        lines.addAll(table(title, MetricGuide.of(type, type.name())));
      }
    }
  }

  private static List<String> table(String title, List<MetricGuide.Line> lines) {
    Table table = Table.ofWords();
    lines.forEach(line -> table.row("  " + line.name(), line.unit(), line.meaning()));
    return Stream.concat(Stream.of("", title), table.lines().stream()).toList();
  }
}
