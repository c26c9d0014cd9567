package dev.interleave.sim.timeline;

import java.util.Locale;

/** The time axis: round numbers at their columns, with one unit for all. */
final class Axis {
  private static final long[] UNIT_NANOS = {1_000_000_000L, 1_000_000L, 1_000L, 1L};
  private static final String[] UNITS = {"s", "ms", "us", "ns"};
  private static final int COLUMNS_A_TICK = 10;

  private final long from;
  private final long to;
  private final int columns;
  private final int unit;

  Axis(long from, long to, int columns) {
    this.from = from;
    this.to = to;
    this.columns = columns;
    this.unit = unitFor(to);
  }

  private static int unitFor(long nanos) {
    int unit = 0;
    while (unit < UNITS.length - 1 && nanos < UNIT_NANOS[unit]) {
      unit++;
    }
    return unit;
  }

  /** The line of numbers; the last one carries the unit. */
  String line() {
    StringBuilder line = new StringBuilder();
    long step = step();
    long tick = (from + step - 1) / step * step;
    for (; tick <= to && tick >= 0; tick += step) {
      put(line, column(tick), number(tick));
    }
    return line + " " + UNITS[unit];
  }

  private int column(long at) {
    return (int) ((double) (at - from) / (to - from) * columns);
  }

  /** Writes {@code text} where there is room for it and the unit. */
  private void put(StringBuilder line, int column, String text) {
    boolean apart = line.length() == 0 || line.length() < column;
    if (apart && column + text.length() + 1 + UNITS[unit].length() <= columns) {
      line.append(" ".repeat(column - line.length())).append(text);
    }
  }

  private String number(long nanos) {
    double value = (double) nanos / UNIT_NANOS[unit];
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }

  /** The least of 1, 2, 5, 10, ... that leaves room for its numbers. */
  private long step() {
    long least = Math.max(1, (long) ((double) (to - from) * COLUMNS_A_TICK / columns));
    long power = 1;
    while (power * 10 <= least) {
      power *= 10;
    }
    long[] round = {power, 2 * power, 5 * power, 10 * power};
    for (long step : round) {
      if (step >= least) {
        return step;
      }
    }
    return round[round.length - 1];
  }
}
