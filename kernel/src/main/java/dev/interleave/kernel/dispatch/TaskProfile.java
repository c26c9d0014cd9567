package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.TaskSettings;

/**
 * The settings of a task in the form in which the engine uses them.
 *
 * @param settings as in the scenario
 * @param capacity the most messages that may wait
 * @param deadlineNanos relative deadline; {@link Long#MAX_VALUE} without one
 */
record TaskProfile(TaskSettings settings, int capacity, long deadlineNanos) {

  static final TaskProfile DEFAULT = of(TaskSettings.DEFAULT);

  /** What an actor gets that the kernel does not know: no bound. */
  static final TaskProfile UNBOUNDED =
      new TaskProfile(TaskSettings.DEFAULT, Integer.MAX_VALUE, Long.MAX_VALUE);

  boolean hasCosts() {
    return !settings.costs().isEmpty();
  }

  static TaskProfile of(TaskSettings settings) {
    return new TaskProfile(
        settings,
        settings.mailbox().capacity(),
        settings.deadline().map(d -> d.toNanos()).orElse(Long.MAX_VALUE));
  }
}
