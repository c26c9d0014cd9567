package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.TaskSettings;

/**
 * The settings of a task in the form in which the engine uses them.
 *
 * @param settings as in the scenario
 * @param capacity the most messages that may wait
 * @param deadlineNanos relative deadline; {@link Long#MAX_VALUE} without one
 * @param hasCosts whether some of its messages cost CPU time of their own
 */
record TaskProfile(TaskSettings settings, int capacity, long deadlineNanos, boolean hasCosts) {

  /** What an actor gets that the kernel does not know: no bound. */
  static final TaskProfile UNBOUNDED =
      new TaskProfile(TaskSettings.DEFAULT, Integer.MAX_VALUE, Long.MAX_VALUE, false);

  static TaskProfile of(TaskSettings settings) {
    return new TaskProfile(
        settings,
        settings.mailbox().capacity(),
        settings.deadline().map(d -> d.toNanos()).orElse(Long.MAX_VALUE),
        !settings.costs().isEmpty());
  }
}
