package dev.interleave.sim.metric;

import dev.interleave.kernel.config.MetricDefinition.Unit;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What is known of every task, and of every component with all its tasks. */
enum TaskMetric {
  CPU("cpu", Unit.DURATION, totals -> totals.cpu, "CPU time that it was served"),
  TURNS("turns", Unit.NUMBER, totals -> totals.turns, "messages that it handled"),
  MAILBOX("mailbox.max", Unit.NUMBER, totals -> totals.mailboxMax, "the most messages that waited"),
  DROPS("drops", Unit.NUMBER, TaskTotals::lost, "what was lost at any of its places");

  /** The one that is a distribution. */
  static final String WAITED = "waited";

  static final String WAITED_MEANING = "from being ready to getting a core";

  final String key;
  final Unit unit;
  final String meaning;
  private final ToLongFunction<TaskTotals> value;

  TaskMetric(String key, Unit unit, ToLongFunction<TaskTotals> value, String meaning) {
    this.key = key;
    this.unit = unit;
    this.meaning = meaning;
    this.value = value;
  }

  static Optional<TaskMetric> named(String key) {
    return Arrays.stream(values()).filter(it -> it.key.equals(key)).findFirst();
  }

  Value of(TaskTotals totals) {
    return Value.Quantity.of(unit, value.applyAsLong(totals));
  }
}
