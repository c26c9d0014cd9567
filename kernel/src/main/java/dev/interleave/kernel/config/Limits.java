package dev.interleave.kernel.config;

import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.Optional;

/** What {@link Range} and {@link Positive} say about a setting. */
record Limits(Optional<BigDecimal> min, Optional<BigDecimal> max, boolean positive) {

  static final Limits NONE = new Limits(Optional.empty(), Optional.empty(), false);

  static Limits of(AnnotatedElement element) {
    Range range = element.getAnnotation(Range.class);
    boolean positive = element.isAnnotationPresent(Positive.class);
    return range == null
        ? new Limits(Optional.empty(), Optional.empty(), positive)
        : new Limits(finite(range.min()), finite(range.max()), positive);
  }

  /** These limits, and at least 0. */
  Limits notNegative() {
    return min.isPresent() ? this : new Limits(Optional.of(BigDecimal.ZERO), max, positive);
  }

  boolean allow(BigDecimal value) {
    return min.map(least -> value.compareTo(least) >= 0).orElse(true)
        && max.map(most -> value.compareTo(most) <= 0).orElse(true)
        && (!positive || value.signum() > 0);
  }

  /** {@code " from 0 to 1"}, with a space before it; empty without limits. */
  String words() {
    String above =
        positive
            ? " above 0"
            : min.map(least -> " of at least " + least.toPlainString()).orElse("");
    if (max.isEmpty()) {
      return above;
    }
    String most = max.get().toPlainString();
    return min.isPresent() && !positive
        ? " from " + min.get().toPlainString() + " to " + most
        : above + (positive ? " and" : " of") + " at most " + most;
  }

  private static Optional<BigDecimal> finite(double bound) {
    return Double.isInfinite(bound)
        ? Optional.empty()
        : Optional.of(new BigDecimal(Double.toString(bound)).stripTrailingZeros());
  }
}
