package dev.interleave.sim.conform;

/**
 * One message to a worker, and what it costs. Times are ticks; a tick is one nanosecond of virtual
 * time.
 *
 * @param worker its place in the workload
 * @param name in the answer
 * @param release when it is sent
 * @param burst CPU time
 * @param cutAt when it is cut off if it is not finished; {@link #NEVER} for never
 */
record Job(int worker, String name, long release, long burst, long cutAt) {
  static final long NEVER = Long.MAX_VALUE;
}
