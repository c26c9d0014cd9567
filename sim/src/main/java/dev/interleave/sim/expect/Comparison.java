package dev.interleave.sim.expect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** How an expectation compares a metric with what is wanted. */
enum Comparison {
  AT_MOST("<=", order -> order <= 0),
  AT_LEAST(">=", order -> order >= 0),
  DIFFERENT("!=", order -> order != 0),
  LESS("<", order -> order < 0),
  MORE(">", order -> order > 0),
  EQUAL("=", order -> order == 0),
  /** Of a text: the wanted one is a part of it. */
  CONTAINS("contains", order -> false);

  final String sign;
  private final IntPredicate allows;

  Comparison(String sign, IntPredicate allows) {
    this.sign = sign;
    this.allows = allows;
  }

  static Optional<Comparison> of(String sign) {
    String single = sign.equals("==") ? "=" : sign;
    return Arrays.stream(values()).filter(it -> it.sign.equals(single)).findFirst();
  }

  static List<String> signs() {
    return Arrays.stream(values()).map(it -> it.sign).toList();
  }

  /** Whether it makes sense for texts. */
  boolean ofTexts() {
    return this == EQUAL || this == DIFFERENT || this == CONTAINS;
  }

  /** Whether it makes sense for numbers. */
  boolean ofNumbers() {
    return this != CONTAINS;
  }

  /**
   * Whether it holds.
   *
   * @param order below, equal to or above 0 as what was measured is less, equal or more
   */
  boolean holds(int order) {
    return allows.test(order);
  }

  boolean holds(String measured, String wanted) {
    return this == CONTAINS ? measured.contains(wanted) : holds(measured.compareTo(wanted));
  }
}
