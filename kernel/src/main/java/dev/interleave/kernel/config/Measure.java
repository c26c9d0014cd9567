package dev.interleave.kernel.config;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit, as it is written.
 *
 * @param number exact
 * @param unit as written; empty without one
 */
record Measure(BigDecimal number, String unit) {

  private static final Pattern FORM =
      Pattern.compile("([+-]?[\\d.]{1,122}(?:[eE][+-]?\\d{1,9})?)\\s{0,9}(\\p{L}{0,20})");

  /** {@code 4 ms}, {@code 1.5e3ms}, {@code 4}. */
  static Optional<Measure> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Decimal.parse(form.group(1)).map(number -> new Measure(number, form.group(2)))
        : Optional.empty();
  }

  /** Without a unit, and in need of one: only 0 is the same in all units. */
  boolean needsUnit() {
    return unit.isEmpty() && number.signum() != 0;
  }
}
