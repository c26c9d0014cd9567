package dev.interleave.sim.bench;

import java.util.Locale;

/** What is wanted of a contest. */
sealed interface Goal {

  /** Whether {@code result} is as wanted. */
  boolean isMetBy(Result result);

  /** In words. */
  String text();

  /**
   * So many times as good as the other side, at least.
   *
   * @param least the ratio that is wanted
   */
  record Times(double least) implements Goal {
    @Override
    public boolean isMetBy(Result result) {
      return result.ratio() >= least;
    }

    @Override
    public String text() {
      return String.format(Locale.ROOT, ">= %.2f", least);
    }
  }

  /**
   * So much an operation, at most, whatever the other side takes.
   *
   * @param most the amount
   * @param unit of what
   */
  record AtMost(double most, Unit unit) implements Goal {
    @Override
    public boolean isMetBy(Result result) {
      return result.ours() <= most;
    }

    @Override
    public String text() {
      return "<= " + unit.text(most);
    }
  }

  /** A ratio that is {@code on17} on JDKs below 25, and {@code on25} from there on. */
  static Goal times(double on17, double on25) {
    return new Times(Runtime.version().feature() < 25 ? on17 : on25);
  }

  /** A ratio. */
  static Goal times(double least) {
    return new Times(least);
  }
}
