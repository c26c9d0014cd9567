package dev.interleave.kernel;

import java.time.Duration;
import java.util.List;

/** When the instances of a program start. */
public sealed interface Arrivals {

  /** One instance, at boot. */
  record Once() implements Arrivals {}

  /**
   * An instance every {@code interval}, the first at {@code start}.
   *
   * @param count how many in all; 0 is without end
   */
  record Every(Duration start, Duration interval, long count) implements Arrivals {}

  /**
   * A Poisson process: exponential gaps with the given mean, drawn from the program's own stream.
   *
   * @param count how many in all; 0 is without end
   */
  record Poisson(Duration mean, long count) implements Arrivals {}

  /** Instances at the given times since boot, in order. */
  record Trace(List<Duration> times) implements Arrivals {}
}
