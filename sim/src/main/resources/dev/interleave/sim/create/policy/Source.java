package {{package}};

import dev.interleave.kernel.config.Positive;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.RunQueue;
import dev.interleave.kernel.policy.Task;
import java.time.Duration;

/**
 * Whoever has used least CPU time goes next, for one slice: short tasks do not wait for long ones.
 * Known as least attained service; L. Kleinrock, Queueing Systems, volume 2, chapter 4.
 *
 * @param quantum the longest slice
 */
public record {{Name}}(@Positive Duration quantum) implements Policy {

  @Override
  public void enqueue(Task task, RunQueue queue) {
    queue.by(task.cpu(), task);
  }

  @Override
  public Duration slice(Task task) {
    return quantum;
  }
}
