package dev.interleave.drivers.network;

import java.time.Duration;

/** Durations as a person writes them: {@code 1 s}, {@code 250 ms}, {@code 400 us}. */
final class DurationWords {

  private static final String[] UNITS = {"ns", "us", "ms", "s"};

  private DurationWords() {}

  /** In the largest unit that gives a whole number. */
  static String of(Duration duration) {
    long number = duration.toNanos();
    int unit = 0;
    while (unit < UNITS.length - 1 && number != 0 && number % 1000 == 0) {
      number /= 1000;
      unit++;
    }
    return number + " " + UNITS[unit];
  }
}
