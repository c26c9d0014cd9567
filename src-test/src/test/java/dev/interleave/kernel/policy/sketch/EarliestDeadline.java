package dev.interleave.kernel.policy.sketch;

import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.RunQueue;
import dev.interleave.kernel.policy.Task;

/** The earliest deadline first, preemptive. Liu and Layland, JACM 20 (1973). */
record EarliestDeadline() implements Policy {

  @Override
  public void enqueue(Task task, RunQueue queue) {
    queue.by(task.deadline(), task);
  }

  @Override
  public boolean preempts(Task ready, Task running) {
    return ready.deadline() < running.deadline();
  }
}
