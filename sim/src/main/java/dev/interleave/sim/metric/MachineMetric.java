package dev.interleave.sim.metric;

import dev.interleave.kernel.config.MetricDefinition.Unit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** What is known of the machine as a whole. */
enum MachineMetric {
  ELAPSED(
      "elapsed",
      Unit.DURATION,
      totals -> BigDecimal.valueOf(totals.elapsed),
      "from boot to the end of the last work; virtual on simulated"),
  CPU(
      "cpu",
      Unit.DURATION,
      totals -> BigDecimal.valueOf(totals.all.cpu),
      "CPU time served to all tasks"),
  CORE_BUSY(
      "core.busy",
      Unit.PERCENT,
      MachineTotals::busyPercent,
      "share of the elapsed time that the cores spent on turns"),
  TURNS("turns", Unit.NUMBER, totals -> BigDecimal.valueOf(totals.all.turns), "messages handled"),
  DROPS(
      "drops",
      Unit.NUMBER,
      totals -> BigDecimal.valueOf(totals.all.lost()),
      "everything that was lost anywhere, with unhandled and dead-letters"),
  UNHANDLED(
      "unhandled",
      Unit.NUMBER,
      totals -> BigDecimal.valueOf(totals.all.lost("unhandled")),
      "messages that their receiver did not understand"),
  DEAD_LETTERS(
      "dead-letters",
      Unit.NUMBER,
      totals -> BigDecimal.valueOf(totals.all.lost("dead-letters")),
      "messages to tasks that had ended"),
  INTERRUPTS(
      "interrupts",
      Unit.NUMBER,
      totals -> BigDecimal.valueOf(totals.interrupts),
      "interrupts that devices raised, coalesced ones not counted"),
  CRASHES(
      "crashes", Unit.NUMBER, totals -> BigDecimal.valueOf(totals.crashes), "tasks that crashed"),
  RESTARTS(
      "restarts",
      Unit.NUMBER,
      totals -> BigDecimal.valueOf(totals.restarts),
      "tasks that lived again after a crash");

  final String key;
  final Unit unit;
  final String meaning;
  private final Function<MachineTotals, BigDecimal> value;

  MachineMetric(String key, Unit unit, Function<MachineTotals, BigDecimal> value, String meaning) {
    this.key = key;
    this.unit = unit;
    this.meaning = meaning;
    this.value = value;
  }

  static Optional<MachineMetric> named(String key) {
    return Arrays.stream(values()).filter(it -> it.key.equals(key)).findFirst();
  }

  Value of(MachineTotals totals) {
    return new Value.Quantity(unit, value.apply(totals));
  }
}
