package dev.interleave.sim.metric;

import dev.interleave.kernel.config.MetricDefinition.Unit;
import java.math.BigDecimal;

/** What a metric came to in one run. */
public sealed interface Value {

  /**
   * An exact number.
   *
   * @param unit durations are in nanoseconds, sizes in bytes, percentages in hundredths
   */
  record Quantity(Unit unit, BigDecimal amount) implements Value {

    static Quantity of(Unit unit, long amount) {
      return new Quantity(unit, BigDecimal.valueOf(amount));
    }
  }

  /** A text. */
  record Words(String text) implements Value {}
}
