package dev.interleave.kernel;

import java.time.Duration;

/** What a core and a clock are: the setting that switches concurrency and parallelism. */
public sealed interface Machine {

  /** How many cores there are; at least 1. */
  int cores();

  /** Every random draw of a run derives from it, on each dispatcher. */
  long seed();

  /** One real thread and the wall clock: concurrency without parallelism. */
  record OneThread(long seed) implements Machine {
    @Override
    public int cores() {
      return 1;
    }
  }

  /** As many real threads as cores, and the wall clock: the same, in parallel. */
  record Multicore(int cores, long seed) implements Machine {

    public Multicore {
      requireCore(cores);
    }
  }

  /**
   * Virtual cores and virtual time on one real thread: exact and reproducible.
   *
   * @param cores how many; at least 1
   * @param switchCost CPU time that a core needs to take another task than the one it ran last
   * @param migrationCost CPU time more when the task ran on another core last
   * @param ipcCost CPU time that a message from another task costs its receiver
   * @param messageCost CPU time that every message costs
   * @param turnsPerInstant more turns than this at one instant fail the run
   * @param requeue where a task whose slice ended goes when others arrive at the same instant
   * @param pace virtual seconds a wall-clock second while a person is at the terminal; 0 is as fast
   *     as it goes
   */
  record Simulated(
      int cores,
      long seed,
      Duration switchCost,
      Duration migrationCost,
      Duration ipcCost,
      Duration messageCost,
      long turnsPerInstant,
      Requeue requeue,
      double pace)
      implements Machine {

    public Simulated {
      requireCore(cores);
      if (turnsPerInstant < 1) {
        throw new IllegalArgumentException(
            "turns-per-instant must be at least 1, not " + turnsPerInstant);
      }
      if (!(pace >= 0)) {
        throw new IllegalArgumentException("pace must be at least 0, not " + pace);
      }
    }

    /** {@code cores} virtual cores without any cost. */
    public static Simulated of(int cores, long seed) {
      return new Simulated(
          cores,
          seed,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          1_000_000,
          Requeue.AFTER_ARRIVALS,
          0);
    }
  }

  private static void requireCore(int cores) {
    if (cores < 1) {
      throw new IllegalArgumentException("cores must be at least 1, not " + cores);
    }
  }

  /** The order of slice ends and arrivals at one instant. */
  enum Requeue {
    /** Whoever arrives goes before the task whose slice has just ended. */
    AFTER_ARRIVALS,
    /** The task whose slice has just ended goes before whoever arrives. */
    BEFORE_ARRIVALS
  }
}
