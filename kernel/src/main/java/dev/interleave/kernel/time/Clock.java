package dev.interleave.kernel.time;

import java.time.Duration;

/** Time since boot. Any thread may read it. */
@FunctionalInterface
public interface Clock {

  /** Nanoseconds since boot; never goes back. */
  long nanos();

  /** The same as a duration. */
  default Duration sinceBoot() {
    return Duration.ofNanos(nanos());
  }
}
