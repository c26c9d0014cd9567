package dev.interleave.sim.timeline;

/**
 * A stretch of time in which a task ran or was ready.
 *
 * @param task its number
 * @param core where it ran; -1 while it only waited for a core
 * @param from nanoseconds since boot
 * @param to nanoseconds since boot, not before {@code from}
 */
public record Span(int task, int core, long from, long to) {

  /** Whether the task had a core. */
  public boolean running() {
    return core >= 0;
  }

  /** How much of it lies from {@code start} to {@code end}. */
  long within(long start, long end) {
    return Math.max(0, Math.min(to, end) - Math.max(from, start));
  }
}
