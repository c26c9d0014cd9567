package dev.interleave.sim.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * One unit and one precision for all durations of a row, so that they can be compared at a look.
 */
record RowUnit(String name, int digits, int decimals) {
  private static final int MOST_DECIMALS = 3;

  static RowUnit of(long[] nanos) {
    long largest = Arrays.stream(nanos).max().orElse(0);
    long least = Arrays.stream(nanos).filter(it -> it > 0).min().orElse(largest);
    if (largest >= 10_000_000_000L) {
      return new RowUnit("s", 9, decimals(least, 9));
    }
    if (largest >= 100_000L) {
      return new RowUnit("ms", 6, decimals(least, 6));
    }
    return largest >= 1000L ? new RowUnit("us", 3, decimals(least, 3)) : new RowUnit("ns", 0, 0);
  }

  /** One decimal, or as many as the least value needs to show two digits. */
  private static int decimals(long least, int digits) {
    int decimals = 1;
    while (decimals < MOST_DECIMALS && in(least, digits).movePointRight(decimals).intValue() < 10) {
      decimals++;
    }
    return decimals;
  }

  private static BigDecimal in(long nanos, int digits) {
    return BigDecimal.valueOf(nanos, digits);
  }

  String text(long nanos) {
    return in(nanos, digits).setScale(decimals, RoundingMode.HALF_UP).toPlainString() + " " + name;
  }
}
