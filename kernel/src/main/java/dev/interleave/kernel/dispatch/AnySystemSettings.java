package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.config.Range;
import java.time.Duration;
import java.util.Optional;

/**
 * How a run that only configuration asks for is attended: {@code interleave.simulated} beside the
 * keys of its machine and its policy. {@code reference.conf} says what each means.
 *
 * @param until the end of the run at the latest, in virtual time
 * @param leaks what a leak does to the run
 * @param outside who may submit something once the machine has run
 * @param grace how long, on the wall clock, a run that ends waits for threads that handlers set
 *     going
 * @param events how many of the last events are kept for reading; at least 0
 * @param loadedEarly what follows when classes with clocks of their own could not be changed
 */
record AnySystemSettings(
    Optional<Duration> until,
    Leaks leaks,
    Outside outside,
    Duration grace,
    @Range(min = 0) int events,
    LoadedEarly loadedEarly) {

  /** What a leak does. */
  enum Leaks {
    FAIL,
    COUNT
  }

  /** Who may submit while the machine rests. */
  enum Outside {
    /** The thread that created the system, and those that spoke before the machine first ran. */
    KNOWN,
    ANY
  }

  /** What follows from a class that was loaded too early. */
  enum LoadedEarly {
    REFUSE,
    REPORT
  }
}
