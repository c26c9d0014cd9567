package dev.interleave.kernel.policy;

import java.time.Duration;

/**
 * The most urgent task first; among equals first come, first served, or round robin when there is a
 * quantum. Silberschatz, Galvin and Gagne, Operating System Concepts, 5.3.4.
 *
 * @param preemptive whether a more urgent task takes the core from a running one
 * @param quantum the longest slice among equals; zero is without end
 */
public record Priority(boolean preemptive, Duration quantum) implements Policy {

  public Priority {
    if (quantum.isNegative()) {
      throw new IllegalArgumentException("quantum must not be negative");
    }
  }

  /** Preemptive, without slices. */
  public Priority() {
    this(true, Duration.ZERO);
  }

  @Override
  public void enqueue(Task task, RunQueue queue) {
    queue.by(-(long) task.priority(), task);
  }

  @Override
  public Duration slice(Task task) {
    return quantum.isZero() ? UNLIMITED : quantum;
  }

  @Override
  public boolean preempts(Task ready, Task running) {
    return preemptive && ready.priority() > running.priority();
  }

  @Override
  public boolean timed() {
    return false;
  }
}
