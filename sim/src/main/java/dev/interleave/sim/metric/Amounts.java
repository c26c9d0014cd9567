package dev.interleave.sim.metric;

import dev.interleave.kernel.config.MetricDefinition.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/** Values for people: three digits that count, in the unit in which they are shortest. */
public final class Amounts {

  private static final List<String> TIMES = List.of("ns", "us", "ms", "s");
  private static final List<String> SIZES = List.of("B", "KiB", "MiB", "GiB", "TiB");
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

  private Amounts() {}

  /** {@code 412 us}, {@code 3.1 ms}, {@code 12.4 s}. */
  public static String duration(Duration duration) {
    return duration(BigDecimal.valueOf(duration.toNanos()));
  }

  /** The same of nanoseconds. */
  public static String duration(BigDecimal nanos) {
    return scaled(rounded(nanos), TIMES, THOUSAND);
  }

  /** {@code 1 turn}, {@code 2 turns}. */
  public static String count(long number, String singular) {
    return number + " " + singular + (number == 1 ? "" : "s");
  }

  /** {@code 1.2 %}. */
  public static String percent(BigDecimal percent) {
    return plain(rounded(percent)) + " %";
  }

  /** A value as reports show it. */
  public static String shown(Value value) {
    return value instanceof Value.Quantity it ? quantity(it, rounded(it)) : text(value);
  }

  /** A value with every digit. */
  public static String exact(Value value) {
    return value instanceof Value.Quantity it ? quantity(it, it.amount()) : text(value);
  }

  /** The amount that {@link #shown} shows. */
  public static BigDecimal rounded(Value.Quantity value) {
    BigDecimal amount = value.amount();
    if (value.unit() == Unit.BYTES) {
      return roundedSize(amount);
    }
    boolean whole = value.unit() == Unit.NUMBER && amount.stripTrailingZeros().scale() <= 0;
    return whole ? amount : rounded(amount);
  }

  /** Three digits of the unit in which it is shown. */
  private static BigDecimal roundedSize(BigDecimal bytes) {
    return bytes.compareTo(KIBI) < 0
        ? rounded(bytes)
        : roundedSize(bytes.divide(KIBI, MathContext.DECIMAL128)).multiply(KIBI);
  }

  private static BigDecimal rounded(BigDecimal amount) {
    return amount.round(THREE_DIGITS);
  }

  private static String quantity(Value.Quantity value, BigDecimal amount) {
    return switch (value.unit()) {
      case DURATION -> scaled(amount, TIMES, THOUSAND);
      case BYTES -> scaled(amount, SIZES, KIBI);
      case PERCENT -> plain(amount) + " %";
      default -> plain(amount);
    };
  }

  private static String text(Value value) {
    String text = value instanceof Value.Words words ? words.text() : "";
    return "'" + text.strip() + "'";
  }

  private static String scaled(BigDecimal amount, List<String> units, BigDecimal step) {
    BigDecimal value = amount;
    int unit = 0;
    while (unit < units.size() - 1 && value.compareTo(step) >= 0) {
      value = value.divide(step, MathContext.DECIMAL128);
      unit++;
    }
    return plain(value) + " " + units.get(unit);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
