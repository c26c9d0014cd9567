package dev.interleave.sim.timeline;

/**
 * A stretch of time in which a task did one thing.
 *
 * @param task its number
 * @param core where it ran; {@link #READY} while it waited for a core, {@link #DEVICE} while it
 *     waited for its device or a timer
 * @param from nanoseconds since boot
 * @param to nanoseconds since boot, not before {@code from}; equal for a turn that took no time
 */
public record Span(int task, int core, long from, long to) {

  /** In place of a core: none yet. */
  public static final int READY = -1;

  /** In place of a core: none is needed. */
  public static final int DEVICE = -2;

  /** Whether the task had a core. */
  public boolean running() {
    return core >= 0;
  }

  /** Whether it was a turn that took no time. */
  boolean instant() {
    return from == to;
  }

  /** How much of it lies from {@code start} to {@code end}. */
  long within(long start, long end) {
    return Math.max(0, Math.min(to, end) - Math.max(from, start));
  }
}
