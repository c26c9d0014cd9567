package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.trace.Trace;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.pekko.dispatch.Envelope;

/**
 * The tasks that pause: they see to their life cycle, and nothing more, before they go on. Not
 * threadsafe.
 */
final class Pauses {
  private static final String PLACE = "down";

  private final Set<TaskCell> pausing = new LinkedHashSet<>();

  /** {@code task} gets no message before it goes on with {@code resume}. */
  void begin(TaskCell task, Envelope resume) {
    task.resume = resume;
    task.pausing = true;
    pausing.add(task);
  }

  /** {@code task} may go on, or has ended. */
  void end(TaskCell task) {
    task.pausing = false;
    pausing.remove(task);
  }

  /** Whether a task has messages to handle when its pause is over. */
  boolean keepMessages() {
    return !pausing.isEmpty() && pausing.stream().anyMatch(TaskCell::hasMessages);
  }

  /** The run is over: nobody handles what the tasks that pause were sent. */
  void countLost(Trace trace, long now) {
    for (TaskCell task : pausing) {
      if (task.hasMessages()) {
        trace.dropped(now, task.id(), PLACE, task.numberOfMessages());
      }
    }
  }
}
