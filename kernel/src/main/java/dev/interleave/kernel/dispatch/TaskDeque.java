package dev.interleave.kernel.dispatch;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A growing ring of tasks. Not threadsafe. */
final class TaskDeque {
  private @Nullable TaskCell[] ring = new TaskCell[16];
  private int head;
  private int size;

  int size() {
    return size;
  }

  void addLast(TaskCell task) {
    grow();
    ring[(head + size++) & (ring.length - 1)] = task;
  }

  void addFirst(TaskCell task) {
    grow();
    head = (head - 1) & (ring.length - 1);
    ring[head] = task;
    size++;
  }

  /** One step of the inside-out shuffle: keeps a uniformly random order uniformly random. */
  void addAnywhere(TaskCell task, RandomGenerator random) {
    addLast(task);
    int last = (head + size - 1) & (ring.length - 1);
    int place = (head + random.nextInt(size)) & (ring.length - 1);
    ring[last] = ring[place];
    ring[place] = task;
  }

  @Nullable TaskCell peek() {
    return size == 0 ? null : ring[head];
  }

  @Nullable TaskCell peekLast() {
    return size == 0 ? null : ring[(head + size - 1) & (ring.length - 1)];
  }

  @Nullable TaskCell poll() {
    if (size == 0) {
      return null;
    }
    TaskCell task = ring[head];
    ring[head] = null;
    head = (head + 1) & (ring.length - 1);
    size--;
    return task;
  }

  @SuppressWarnings("NullAway") // every place between head and size holds a task
  void each(Consumer<TaskCell> visitor) {
    for (int i = 0; i < size; i++) {
      visitor.accept(ring[(head + i) & (ring.length - 1)]);
    }
  }

  boolean remove(TaskCell task) {
    for (int i = 0; i < size; i++) {
      if (ring[(head + i) & (ring.length - 1)] == task) {
        close(i);
        return true;
      }
    }
    return false;
  }

  private void close(int gap) {
    int mask = ring.length - 1;
    for (int i = gap; i < size - 1; i++) {
      ring[(head + i) & mask] = ring[(head + i + 1) & mask];
    }
    ring[(head + --size) & mask] = null;
  }

  private void grow() {
    if (size == ring.length) {
      TaskCell[] wider = new TaskCell[size * 2];
      for (int i = 0; i < size; i++) {
        wider[i] = ring[(head + i) & (size - 1)];
      }
      ring = wider;
      head = 0;
    }
  }
}
