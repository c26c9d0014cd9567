package dev.interleave.sim.bench;

import dev.interleave.kernel.Machine;
import java.time.Duration;

/** The machines that take part. */
final class Machines {
  private static final long SEED = 42;

  /** Nobody goes round in circles here, so nobody need be stopped. */
  private static final long ANY_NUMBER = Long.MAX_VALUE / 2;

  private Machines() {}

  static Machine oneThread() {
    return new Machine.OneThread(SEED);
  }

  static Machine multicore(int threads) {
    return new Machine.Multicore(threads, SEED);
  }

  /** Virtual cores on which nothing costs anything. */
  static Machine free(int cores) {
    return costly(cores, Duration.ZERO);
  }

  /** Virtual cores on which each message costs {@code message}. */
  static Machine costly(int cores, Duration message) {
    return new Machine.Simulated(
        cores,
        SEED,
        Duration.ZERO,
        Duration.ZERO,
        Duration.ZERO,
        message,
        ANY_NUMBER,
        Machine.Requeue.AFTER_ARRIVALS,
        0);
  }
}
