package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.policy.RunQueue;
import dev.interleave.kernel.policy.Task;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One queue: those placed first, those with a key, those placed last. Not threadsafe. */
final class CoreQueue implements RunQueue {
  private final RunQueues all;
  private final TaskDeque front = new TaskDeque();
  private final KeyedTasks keyed = new KeyedTasks();
  private final TaskDeque placed = new TaskDeque();
  private int size;

  CoreQueue(RunQueues all) {
    this.all = all;
  }

  @Override
  public void last(Task task) {
    placed.addLast(entering(task));
  }

  @Override
  public void first(Task task) {
    front.addFirst(entering(task));
  }

  @Override
  public void by(long key, Task task) {
    keyed.add(key, entering(task));
  }

  @Override
  public void anywhere(Task task) {
    placed.addAnywhere(entering(task), all.random());
  }

  @Override
  public void later(Duration delay, Task task) {
    all.later(delay, (TaskCell) task);
  }

  private TaskCell entering(Task task) {
    TaskCell cell = (TaskCell) task;
    if (cell.queue != null) {
      throw new BrokenPolicy("placed " + cell.name() + " twice");
    }
    cell.queue = this;
    size++;
    all.total++;
    return cell;
  }

  @Override
  public RunQueue of(int core) {
    return all.of(core);
  }

  @Override
  public int cores() {
    return all.cores();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public @Nullable TaskCell head() {
    if (front.size() > 0) {
      return front.peek();
    }
    return keyed.size() > 0 ? keyed.peek() : placed.peek();
  }

  @Override
  public @Nullable TaskCell take() {
    if (size == 0) {
      return null;
    }
    TaskCell task = poll();
    if (task != null) {
      left(task);
    }
    return task;
  }

  private @Nullable TaskCell poll() {
    if (size == placed.size()) {
      return placed.poll();
    }
    return front.size() > 0 ? front.poll() : keyed.poll();
  }

  private void left(TaskCell task) {
    task.queue = null;
    size--;
    all.total--;
  }

  /** Takes {@code task} out of the middle. */
  void remove(TaskCell task) {
    if (front.remove(task) || placed.remove(task) || keyed.remove(task)) {
      left(task);
    }
  }

  void each(Consumer<TaskCell> visitor) {
    front.each(visitor);
    keyed.each(visitor);
    placed.each(visitor);
  }

  @Override
  public long now() {
    return all.now();
  }
}
