package dev.interleave.kernel.policy;

/**
 * First come, first served; a turn runs to its end. Silberschatz, Galvin and Gagne, Operating
 * System Concepts, 5.3.1.
 */
public record Fifo() implements Policy {

  @Override
  public void enqueue(Task task, RunQueue queue) {
    queue.last(task);
  }

  @Override
  public boolean ordered() {
    return false;
  }
}
