package dev.interleave.kernel.dispatch;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tasks in the order of {@link KeyedTasks#before}: a binary heap. Not threadsafe. */
final class TaskHeap {
  private @Nullable TaskCell[] heap = new TaskCell[16];
  private int size;

  int size() {
    return size;
  }

  void add(TaskCell task) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    up(size++, task);
  }

  @Nullable TaskCell peek() {
    return size == 0 ? null : heap[0];
  }

  @Nullable TaskCell poll() {
    return size == 0 ? null : removeAt(0);
  }

  void each(Consumer<TaskCell> visitor) {
    for (int i = 0; i < size; i++) {
      visitor.accept(at(i));
    }
  }

  boolean remove(TaskCell task) {
    for (int i = 0; i < size; i++) {
      if (heap[i] == task) {
        removeAt(i);
        return true;
      }
    }
    return false;
  }

  private TaskCell removeAt(int i) {
    TaskCell removed = at(i);
    TaskCell moved = at(--size);
    heap[size] = null;
    if (i < size) {
      down(i, moved);
      if (heap[i] == moved) {
        up(i, moved);
      }
    }
    return removed;
  }

  private void up(int from, TaskCell task) {
    int i = from;
    while (i > 0 && KeyedTasks.before(task, at((i - 1) >>> 1))) {
      heap[i] = heap[(i - 1) >>> 1];
      i = (i - 1) >>> 1;
    }
    heap[i] = task;
  }

  private void down(int from, TaskCell task) {
    int i = from;
    for (int child = 2 * i + 1; child < size; child = 2 * i + 1) {
      int least =
          child + 1 < size && KeyedTasks.before(at(child + 1), at(child)) ? child + 1 : child;
      if (!KeyedTasks.before(at(least), task)) {
        break;
      }
      heap[i] = heap[least];
      i = least;
    }
    heap[i] = task;
  }

  @SuppressWarnings("NullAway") // every index below size holds a task
  private TaskCell at(int i) {
    return heap[i];
  }
}
