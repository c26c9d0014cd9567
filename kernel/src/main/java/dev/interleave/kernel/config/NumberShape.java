package dev.interleave.kernel.config;

import com.typesafe.config.ConfigValue;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers: exact, in range, and whole where a whole one is meant. */
enum NumberShape implements Shape {
  INT(Integer.MIN_VALUE, Integer.MAX_VALUE) {
    @Override
    Object value(BigDecimal number) {
      return number.intValueExact();
    }
  },
  LONG(Long.MIN_VALUE, Long.MAX_VALUE) {
    @Override
    Object value(BigDecimal number) {
      return number.longValueExact();
    }
  },
  DOUBLE(-Double.MAX_VALUE, Double.MAX_VALUE) {
    @Override
    Object value(BigDecimal number) {
      return number.doubleValue();
    }
  };

  private final BigDecimal least;
  private final BigDecimal most;

  NumberShape(long least, long most) {
    this.least = BigDecimal.valueOf(least);
    this.most = BigDecimal.valueOf(most);
  }

  NumberShape(double least, double most) {
    this.least = new BigDecimal(least);
    this.most = new BigDecimal(most);
  }

  abstract Object value(BigDecimal number);

  @Override
  public Optional<Object> read(ConfigValue value, Slot slot) {
    Optional<BigDecimal> number = number(Slot.text(value));
    if (number.filter(it -> fits(it, slot.limits())).isEmpty()) {
      slot.mustBe(wanted(slot.limits()) + extent(number, slot.limits()), value);
      return Optional.empty();
    }
    return number.map(this::value);
  }

  @Override
  public String wanted(Limits limits) {
    return (this == DOUBLE ? "a number" : "a whole number") + limits.words();
  }

  /** Plain, or as a percentage where fractions are allowed. */
  private Optional<BigDecimal> number(String text) {
    return this == DOUBLE && text.endsWith("%")
        ? Decimal.parse(text.substring(0, text.length() - 1).strip()).map(n -> n.movePointLeft(2))
        : Decimal.parse(text);
  }

  private boolean fits(BigDecimal number, Limits limits) {
    return inside(number) && limits.allow(number) && (this == DOUBLE || whole(number));
  }

  private boolean inside(BigDecimal number) {
    return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
  }

  private static boolean whole(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  /** Says how far this type goes, to whom went too far for it alone. */
  private String extent(Optional<BigDecimal> number, Limits limits) {
    return number
        .filter(it -> this != DOUBLE && !inside(it) && limits.allow(it))
        .map(it -> limits.words().isEmpty() ? between() : end(it))
        .orElse("");
  }

  private String between() {
    return " between " + least + " and " + most;
  }

  private String end(BigDecimal tooFar) {
    return tooFar.signum() < 0 ? " and at least " + least : " and at most " + most;
  }
}
