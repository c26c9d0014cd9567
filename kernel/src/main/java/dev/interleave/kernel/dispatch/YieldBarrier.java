package dev.interleave.kernel.dispatch;

import java.util.ArrayDeque;
import java.util.TreeMap;

/**
 * Holds what yielded until every task that was ready then has had a turn. Costs nothing before the
 * first yield. Not threadsafe.
 *
 * <p>Invariant: {@code ready} holds the ready tasks by the order in which they became so, and
 * {@code held} the yields by theirs; the oldest yield goes on when no older ready task is left.
 */
final class YieldBarrier {
  private record Held(long order, Runnable goesOn) {}

  private final ArrayDeque<Held> held = new ArrayDeque<>();
  private final TreeMap<Long, TaskCell> ready = new TreeMap<>();
  private boolean used;

  /** Whether the order of ready tasks has to be told to this barrier. */
  boolean used() {
    return used;
  }

  /** From now on the order is told, that of the tasks that are ready now included. */
  void use() {
    used = true;
  }

  void ready(TaskCell task) {
    ready.put(task.readyOrder, task);
  }

  /** {@code task} got a core, or is ready no more. */
  void taken(TaskCell task) {
    ready.remove(task.readyOrder);
    release();
  }

  /**
   * Calls {@code goesOn} when everything that is ready now and older than {@code order} had a turn.
   */
  void hold(long order, Runnable goesOn) {
    held.addLast(new Held(order, goesOn));
    release();
  }

  private void release() {
    while (!held.isEmpty() && held.peekFirst().order < oldestReady()) {
      held.pollFirst().goesOn.run();
    }
  }

  private long oldestReady() {
    return ready.isEmpty() ? Long.MAX_VALUE : ready.firstKey();
  }
}
