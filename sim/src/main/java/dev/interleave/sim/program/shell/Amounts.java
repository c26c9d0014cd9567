package dev.interleave.sim.program.shell;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/** Durations for people: three digits that count, and the unit in which they are shortest. */
final class Amounts {

  private static final String[] UNITS = {"ns", "us", "ms", "s"};
  private static final MathContext THREE_DIGITS = new MathContext(3);

  private Amounts() {}

  /** {@code 412 us}, {@code 3.1 ms}, {@code 12.4 s}, {@code 0 ns}. */
  static String duration(Duration duration) {
    return duration(duration.toNanos());
  }

  /** The same of nanoseconds. */
  static String duration(long nanos) {
    BigDecimal value = new BigDecimal(nanos).round(THREE_DIGITS);
    int unit = 0;
    while (unit < UNITS.length - 1 && value.compareTo(BigDecimal.valueOf(1000)) >= 0) {
      value = value.movePointLeft(3);
      unit++;
    }
    return value.stripTrailingZeros().toPlainString() + " " + UNITS[unit];
  }
}
