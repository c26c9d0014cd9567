package dev.interleave.drivers.keyboard;

/** Times at a constant rate, without drift. */
final class Rate {
  private static final double SECOND = 1e9;

  private Rate() {}

  /**
   * When {@code count} things are over.
   *
   * @param rate things a second, above 0
   * @return nanoseconds
   */
  static long after(long count, double rate) {
    return Math.round(count * SECOND / rate);
  }
}
