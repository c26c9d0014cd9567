package dev.interleave.sim.manual;

import static dev.interleave.sim.manual.MarkdownTable.code;

import dev.interleave.kernel.config.Definition;
import dev.interleave.kernel.config.Kind;
import dev.interleave.kernel.config.Types;
import dev.interleave.sim.create.Template;
import dev.interleave.sim.metric.MetricGuide;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every metric, with its unit and meaning.
 *
 * @param types whose metrics there are beside those of the machine and of all tasks
 */
public record MetricsPage(Types types) {

  /** The page. */
  public String text() {
    return Template.of("/dev/interleave/sim/manual/metrics.md")
        .fill(
            Map.of(
                "machine", table(MetricGuide.machine()),
                "task", table(MetricGuide.task()),
                "statistics", statistics(),
                "components", components()));
  }

  private static String statistics() {
    return MetricGuide.statistics().stream()
        .map(MarkdownTable::code)
        .collect(Collectors.joining(", "));
  }

  private String components() {
    return Stream.of(Kind.DRIVER, Kind.PROGRAM)
        .flatMap(kind -> types.all(kind).stream())
        .filter(type -> !type.metrics().isEmpty())
        .map(MetricsPage::section)
        .collect(Collectors.joining("\n\n"));
  }

  private static String section(Definition type) {
    return "### `" + type.name() + "`\n\n" + table(MetricGuide.of(type, type.name()));
  }

  private static String table(List<MetricGuide.Line> lines) {
    MarkdownTable table = new MarkdownTable("metric", "unit", "meaning");
    lines.forEach(line -> table.row(code(line.name()), line.unit(), line.meaning()));
    return table.text().stripTrailing();
  }
}
