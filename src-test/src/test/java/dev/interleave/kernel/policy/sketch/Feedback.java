package dev.interleave.kernel.policy.sketch;

import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.RunQueue;
import dev.interleave.kernel.policy.Task;
import java.time.Duration;
import java.util.List;

/**
 * Levels with longer and longer quanta; who uses a quantum up moves one level down. Corbato et al.,
 * AFIPS 1962; Arpaci-Dusseau, Operating Systems: Three Easy Pieces, chapter 8.
 */
record Feedback(List<Duration> quanta) implements Policy {

  private static final class Level {
    int level;
  }

  private static Level of(Task task) {
    return task.note(Level::new);
  }

  @Override
  public void enqueue(Task task, RunQueue queue) {
    of(task).level = 0;
    queue.by(0, task);
  }

  @Override
  public void expired(Task task, RunQueue queue) {
    Level level = of(task);
    level.level = Math.min(level.level + 1, quanta.size() - 1);
    queue.by(level.level, task);
  }

  @Override
  public void preempted(Task task, RunQueue queue) {
    queue.by(of(task).level, task);
  }

  @Override
  public Duration slice(Task task) {
    return quanta.get(of(task).level);
  }

  @Override
  public boolean preempts(Task ready, Task running) {
    return of(ready).level < of(running).level;
  }
}
