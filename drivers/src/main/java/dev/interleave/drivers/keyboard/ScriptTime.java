package dev.interleave.drivers.keyboard;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time at the beginning of a line of a script.
 *
 * @param relative whether it is after the key before, and not since boot
 * @param nanos exact
 * @param rest of the line, after the time
 */
record ScriptTime(boolean relative, long nanos, String rest) {
  private static final Pattern TIME =
      Pattern.compile("(\\+)?(\\d+(?:\\.\\d+)?)\\s*(ns|us|ms|s|m)(?:\\s+(.*))?");

  /**
   * @throws IllegalArgumentException when the line does not begin with a time
   */
  static ScriptTime read(String line) {
    Matcher match = TIME.matcher(line);
    if (!match.matches()) {
      throw new IllegalArgumentException("a line begins with a time, as 1.5 s or +20 ms");
    }
    String rest = match.group(4) == null ? "" : match.group(4).strip();
    return new ScriptTime(match.group(1) != null, nanos(match.group(2), match.group(3)), rest);
  }

  private static long nanos(String number, String unit) {
    try {
      return new BigDecimal(number).multiply(BigDecimal.valueOf(nanosIn(unit))).longValueExact();
    } catch (ArithmeticException inexact) {
      throw new IllegalArgumentException(
          number + " " + unit + " is not a whole number of nanoseconds", inexact);
    }
  }

  private static long nanosIn(String unit) {
    return switch (unit) {
      case "ns" -> 1;
      case "us" -> 1_000;
      case "ms" -> 1_000_000;
      case "s" -> 1_000_000_000;
      default -> 60_000_000_000L;
    };
  }
}
