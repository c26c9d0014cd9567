package dev.interleave.kernel;

/**
 * Takes what one component measures. The metrics of a component are listed under {@code metrics} of
 * its type in {@code reference.conf}; a scenario may expect something of them.
 */
public interface Meter {

  /**
   * Records one sample of the metric {@code <name>.<metric>} (percentiles, mean, maximum, count).
   *
   * @param metric as listed
   * @param value nanoseconds for durations, else the plain number
   */
  void measure(String metric, long value);

  /** Adds {@code amount} to the counter {@code <name>.<metric>}. */
  void count(String metric, long amount);

  /** Sets the text {@code <name>.<metric>}; the last value is the one reported. */
  void publish(String metric, String text);

  /**
   * Counts {@code amount} things lost at the place {@code <name>.<place>}; every drop is also part
   * of the run's total {@code drops}.
   */
  void drop(String place, long amount);
}
