package dev.interleave.kernel.policy;

/**
 * At every decision each ready task is equally likely, drawn from the run's seed: a way to walk
 * through schedules.
 */
public record RandomOrder() implements Policy {

  @Override
  public void enqueue(Task task, RunQueue queue) {
    queue.anywhere(task);
  }

  @Override
  public boolean timed() {
    return false;
  }
}
