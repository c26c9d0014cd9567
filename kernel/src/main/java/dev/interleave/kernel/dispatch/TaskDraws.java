package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.RandomStreams;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random numbers for what Pekko draws: a stream a task, and one for all that is no task. */
final class TaskDraws {
  private final RandomStreams streams;
  private final Random system;

  TaskDraws(RandomStreams streams) {
    this.streams = streams;
    this.system = Draws.of(streams, "system");
  }

  /** The stream of {@code task}; of the system when it is null. */
  Random of(@Nullable TaskCell task) {
    if (task == null) {
      return system;
    }
    Random known = task.draws;
    if (known == null) {
      known = Draws.of(streams, task.name());
      task.draws = known;
    }
    return known;
  }
}
