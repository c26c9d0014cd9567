package dev.interleave.sim.bench;

import java.util.Locale;

/** What is counted. */
enum Unit {
  TIME("ns", "us", "ms", "s"),
  MEMORY("B", "kB", "MB", "GB");

  private final String[] names;

  Unit(String... names) {
    this.names = names;
  }

  /** {@code amount}, in three digits or a little more. */
  String text(double amount) {
    double rest = amount;
    int i = 0;
    while (rest >= 1000 && i < names.length - 1) {
      rest /= 1000;
      i++;
    }
    return String.format(Locale.ROOT, rest < 100 ? "%.1f %s" : "%.0f %s", rest, names[i]);
  }
}
