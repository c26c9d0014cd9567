package dev.interleave.kernel.config;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads decimal numbers exactly, and hostile ones cheaply. */
final class Decimal {

  private static final Pattern NUMBER =
      Pattern.compile("([+-]?(?:\\d{1,60}\\.?\\d{0,60}|\\.\\d{1,60}))(?:[eE]([+-]?\\d{1,9}))?");

  /** Beyond it a number is as good as this far: nothing here holds one. */
  private static final int EXPONENT = 500;

  private Decimal() {}

  /** The number that {@code text} is, if it is one; its exponent is held to 500 either way. */
  static Optional<BigDecimal> parse(String text) {
    Matcher number = NUMBER.matcher(text);
    return number.matches() ? Optional.of(value(number)) : Optional.empty();
  }

  private static BigDecimal value(Matcher number) {
    BigDecimal mantissa = new BigDecimal(number.group(1));
    String exponent = number.group(2);
    return exponent == null ? mantissa : mantissa.scaleByPowerOfTen(held(exponent));
  }

  private static int held(String exponent) {
    return Math.max(-EXPONENT, Math.min(EXPONENT, Integer.parseInt(exponent)));
  }
}
