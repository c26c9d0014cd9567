package dev.interleave.sim.conform;

import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.RunQueue;
import dev.interleave.kernel.policy.Task;
import java.time.Duration;
import java.util.List;

/**
 * Another policy on each core alone: a task runs only on the core that it is pinned to.
 *
 * @param cores the core of each task, by the number that is its name
 */
record Pinned(Policy policy, List<Integer> cores) implements Policy {

  private RunQueue of(Task task, RunQueue queue) {
    return queue.of(cores.get(Integer.parseInt(task.name())));
  }

  @Override
  public void enqueue(Task task, RunQueue queue) {
    policy.enqueue(task, of(task, queue));
  }

  @Override
  public void preempted(Task task, RunQueue queue) {
    policy.preempted(task, of(task, queue));
  }

  @Override
  public void expired(Task task, RunQueue queue) {
    policy.expired(task, of(task, queue));
  }

  @Override
  public Duration slice(Task task) {
    return policy.slice(task);
  }

  @Override
  public void ran(Task task, long nanos) {
    policy.ran(task, nanos);
  }

  @Override
  public boolean evicts() {
    return policy.evicts();
  }

  @Override
  public boolean preempts(Task ready, Task running) {
    return policy.preempts(ready, running);
  }
}
