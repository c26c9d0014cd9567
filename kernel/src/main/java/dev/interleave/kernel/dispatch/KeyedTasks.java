package dev.interleave.kernel.dispatch;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ready tasks by key; ties by release, then by entry. Most come in that order already, as where
 * many have one priority: those stay in a ring, and only the others go through a heap. Not
 * threadsafe.
 */
final class KeyedTasks {
  private final TaskDeque inOrder = new TaskDeque();
  private final TaskHeap others = new TaskHeap();
  private long entries;

  int size() {
    return inOrder.size() + others.size();
  }

  void add(long key, TaskCell task) {
    task.key = key;
    task.entry = entries++;
    TaskCell last = inOrder.peekLast();
    if (last == null || before(last, task)) {
      inOrder.addLast(task);
    } else {
      others.add(task);
    }
  }

  @Nullable TaskCell peek() {
    return othersFirst() ? others.peek() : inOrder.peek();
  }

  @Nullable TaskCell poll() {
    return othersFirst() ? others.poll() : inOrder.poll();
  }

  private boolean othersFirst() {
    TaskCell other = others.peek();
    TaskCell next = inOrder.peek();
    return next == null || (other != null && before(other, next));
  }

  void each(Consumer<TaskCell> visitor) {
    inOrder.each(visitor);
    others.each(visitor);
  }

  boolean remove(TaskCell task) {
    return inOrder.remove(task) || others.remove(task);
  }

  static boolean before(TaskCell a, TaskCell b) {
    if (a.key != b.key) {
      return a.key < b.key;
    }
    return a.releaseOrder != b.releaseOrder ? a.releaseOrder < b.releaseOrder : a.entry < b.entry;
  }
}
