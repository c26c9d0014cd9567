package dev.interleave.kernel.policy;

import java.time.Duration;

/**
 * Each task in turn for at most one quantum, then behind all that wait. Silberschatz, Galvin and
 * Gagne, Operating System Concepts, 5.3.3.
 *
 * @param quantum the longest slice; more than zero
 */
public record RoundRobin(Duration quantum) implements Policy {

  public RoundRobin {
    if (quantum.isZero() || quantum.isNegative()) {
      throw new IllegalArgumentException("quantum must be more than zero");
    }
  }

  @Override
  public void enqueue(Task task, RunQueue queue) {
    queue.last(task);
  }

  @Override
  public Duration slice(Task task) {
    return quantum;
  }

  @Override
  public boolean timed() {
    return false;
  }
}
