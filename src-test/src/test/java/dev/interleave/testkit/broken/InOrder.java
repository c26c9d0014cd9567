package dev.interleave.testkit.broken;

import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.RunQueue;
import dev.interleave.kernel.policy.Task;

/** What each broken policy is without its fault: first come, first served. */
class InOrder implements Policy {
  @Override
  public void enqueue(Task task, RunQueue queue) {
    queue.last(task);
  }
}
