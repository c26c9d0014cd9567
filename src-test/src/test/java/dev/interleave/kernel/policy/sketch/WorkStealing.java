package dev.interleave.kernel.policy.sketch;

import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.RunQueue;
import dev.interleave.kernel.policy.Task;
import org.jspecify.annotations.Nullable;

/**
 * A queue for each core: a task goes back to the core that it ran on last, and an idle core takes
 * from the longest queue. Blumofe and Leiserson, JACM 46 (1999).
 */
record WorkStealing() implements Policy {

  @Override
  public void enqueue(Task task, RunQueue queue) {
    queue.of(Math.max(0, task.lastCore())).last(task);
  }

  @Override
  public @Nullable Task next(int core, RunQueue queue) {
    Task own = queue.of(core).take();
    return own != null ? own : queue.of(longest(queue)).take();
  }

  private static int longest(RunQueue queue) {
    int longest = 0;
    for (int core = 1; core < queue.cores(); core++) {
      longest = queue.of(core).size() > queue.of(longest).size() ? core : longest;
    }
    return longest;
  }
}
