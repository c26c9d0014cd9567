package dev.interleave.sim.compare;

import dev.interleave.kernel.Machine;
import dev.interleave.sim.report.KeyLatency;
import dev.interleave.sim.report.Table;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * The table of a comparison. Speed-ups are against the first column of the same clock: wall or
 * virtual.
 *
 * @param columns at least one
 */
public record ComparisonTable(List<Column> columns) {

  /** The lines. */
  public List<String> lines() {
    Table table = Table.ofNumbers();
    row(table, "", Column::title);
    durations(table, "makespan", Column::makespan);
    row(table, "speedup", this::speedup);
    durations(table, "cpu time", Column::cpu);
    keys(table);
    responses(table);
    drops(table);
    row(table, "result", this::result);
    return table.lines();
  }

  /** How what is on the wall clock was measured; empty when nothing is. */
  public Optional<String> note() {
    IntSummaryStatistics runs =
        columns.stream().filter(it -> !it.virtual()).mapToInt(Column::runs).summaryStatistics();
    if (runs.getCount() == 0 || runs.getMax() == 1) {
      return Optional.empty();
    }
    String number = runs.getMin() == runs.getMax() ? "" : runs.getMin() + " to ";
    return Optional.of(
        "On the wall clock: the median of "
            + number
            + runs.getMax()
            + " runs, after one that does not count.");
  }

  private void row(Table table, String title, Function<Column, String> cell) {
    List<String> cells = new ArrayList<>(List.of(title));
    columns.forEach(column -> cells.add("  " + cell.apply(column)));
    table.row(cells);
  }

  private void durations(Table table, String title, ToLongFunction<Column> nanos) {
    RowUnit unit = RowUnit.of(columns.stream().mapToLong(nanos).toArray());
    row(table, title, column -> unit.text(nanos.applyAsLong(column)));
  }

  private String speedup(Column column) {
    return speedupOf(column).map(it -> String.format(Locale.ROOT, "%.1f", it)).orElse("-");
  }

  /** How many times as fast as its base; empty where one of the two came to no end of its own. */
  Optional<Double> speedupOf(Column column) {
    Column base =
        columns.stream().filter(it -> it.virtual() == column.virtual()).findFirst().orElse(column);
    return column.makespan() == 0 || !column.whole() || !base.whole()
        ? Optional.empty()
        : Optional.of((double) base.makespan() / column.makespan());
  }

  private void keys(Table table) {
    keyLatency()
        .ifPresent(name -> durations(table, "key p99", it -> it.result().metrics().amount(name)));
  }

  /** The metric that tells how long a key took at most, but for one in a hundred. */
  Optional<String> keyLatency() {
    return columns.stream()
        .flatMap(it -> KeyLatency.metric(it.result().metrics()).stream())
        .findFirst()
        .map(name -> name + ".p99");
  }

  private void responses(Table table) {
    for (String program : responding()) {
      RowUnit unit =
          RowUnit.of(columns.stream().mapToLong(it -> it.responseP99(program)).toArray());
      row(table, program + " p99", it -> it.whole() ? unit.text(it.responseP99(program)) : "-");
    }
  }

  /**
   * The programs whose response times a policy decides: all that came to an end, when the columns
   * differ in nothing but the policy.
   */
  List<String> responding() {
    Column first = columns.get(0);
    Machine machine = first.result().plan().machine();
    boolean policies =
        columns.stream().allMatch(it -> it.result().plan().machine().equals(machine));
    return policies && columns.size() > 1 ? first.programs() : List.of();
  }

  private void drops(Table table) {
    if (columns.stream().anyMatch(it -> it.result().metrics().amount("drops") > 0)) {
      row(table, "drops", it -> Long.toString(it.result().metrics().amount("drops")));
    }
  }

  /** Whether it came to the same as the first that ended. */
  String result(Column column) {
    if (!column.whole()) {
      return column.result().outcome().failure().isPresent() ? "failed" : "cut short";
    }
    return ResultText.of(column.result().metrics()).equals(reference()) ? "same" : "differs";
  }

  private Object reference() {
    return ResultText.of(
        columns.stream()
            .filter(Column::whole)
            .findFirst()
            .orElse(columns.get(0))
            .result()
            .metrics());
  }
}
