package dev.interleave.sim.report;

import dev.interleave.sim.metric.Amounts;
import dev.interleave.sim.metric.Metrics;
import dev.interleave.sim.metric.Value;
import java.util.List;

/** Every metric of a run with its value. */
public record MetricTable(Metrics metrics) {

  /** The lines, texts excepted. */
  public List<String> lines() {
    Table table = Table.ofNumbers();
    metrics
        .all()
        .forEach(
            (name, value) -> {
              if (value instanceof Value.Quantity) {
                table.row(name, Amounts.shown(value));
              }
            });
    return table.lines();
  }
}
