package dev.interleave.sim.conform;

/**
 * A task whose jobs come at fixed times. Job n, from 1, is released at {@code offset + (n - 1) *
 * period}. Times are ticks.
 *
 * @param wcet CPU time of each job
 * @param deadline relative to the release
 * @param priority the smaller the more urgent
 */
record PeriodicTask(String id, long offset, long period, long wcet, long deadline, long priority) {

  static PeriodicTask of(JsonFields task) {
    long period = task.atLeast(1, "period");
    return new PeriodicTask(
        task.text("id"),
        task.has("offset") ? task.atLeast(0, "offset") : 0,
        period,
        task.atLeast(0, "wcet"),
        task.has("deadline") ? task.atLeast(1, "deadline") : period,
        task.maybe("priority").orElse(0L));
  }

  long release(long n) {
    return saturated(offset, saturatedProduct(n - 1));
  }

  private long saturatedProduct(long periods) {
    return periods > Long.MAX_VALUE / period ? Long.MAX_VALUE : periods * period;
  }

  private static long saturated(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  long deadlineOf(long release) {
    return saturated(release, deadline);
  }

  /** The job {@code n}; cut off at its deadline if {@code cuts}. */
  Job job(int worker, long n, boolean cuts) {
    long release = release(n);
    long cutAt = cuts ? deadlineOf(release) : Job.NEVER;
    return new Job(worker, id + "#" + n, release, wcet, cutAt);
  }
}
