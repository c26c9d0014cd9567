package dev.interleave.sim.conform;

import java.util.List;

/**
 * Who works, on what, and for how long it is watched.
 *
 * @param jobs in the order in which those of one instant are sent
 * @param horizon ticks; {@link #ENDLESS} runs until all is done
 */
record Workload(List<Worker> workers, List<Job> jobs, long horizon) {
  static final long ENDLESS = Long.MAX_VALUE;
  private static final long LONGEST = 1L << 61;

  boolean isEndless() {
    return horizon == ENDLESS;
  }

  /**
   * Ticks that a run takes at most.
   *
   * @throws Unsupported when they are more than virtual time has
   */
  long span() {
    return isEndless() ? lastReleaseAndAllWork() : sum(horizon, 0);
  }

  private long lastReleaseAndAllWork() {
    long last = 0;
    long work = 0;
    for (Job job : jobs) {
      last = Math.max(last, job.release());
      work = sum(work, job.burst());
    }
    return sum(last, work);
  }

  private static long sum(long a, long b) {
    if (a > LONGEST - b) {
      throw new Unsupported("more than 2^61 ticks");
    }
    return a + b;
  }
}
