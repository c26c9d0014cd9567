package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.dispatch.TaskCell.State;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.trace.Trace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that wait for a core: asks the policy for their order and keeps the promise of a yield.
 * Not threadsafe.
 */
final class ReadyTasks {
  private final Set<TaskCell> keptBack = new LinkedHashSet<>();
  private final RunQueues queues;
  private final Trace trace;
  private final YieldBarrier barrier = new YieldBarrier();
  private final Consumer<Throwable> onBroken;
  private final boolean ordered;
  private final boolean timed;
  private Policy policy;
  private long orders;

  ReadyTasks(Policy policy, RunQueues queues, Trace trace, Consumer<Throwable> onBroken) {
    this.onBroken = onBroken;
    this.policy = policy;
    this.queues = queues;
    this.trace = trace;
    this.ordered = trace.isOn() || policy.ordered();
    this.timed = trace.isOn() || policy.timed();
  }

  Policy policy() {
    return policy;
  }

  RunQueues queues() {
    return queues;
  }

  int size() {
    return queues.total;
  }

  /** A number larger than all before: what happens later has the larger one. */
  long order() {
    return ++orders;
  }

  /** {@code task} has something new to do. */
  void ready(TaskCell task) {
    task.readyOrder = ++orders;
    if (ordered) {
      long now = now();
      task.release(task.readyOrder, now);
      trace.ready(now, task.id());
    }
    place(task);
  }

  /** Whether anybody wants to know in which order messages were sent. */
  boolean ordered() {
    return ordered;
  }

  /** The present time if anybody wants to know it: on a real machine it is not free. */
  long now() {
    return timed ? queues.now() : 0;
  }

  /** {@code task} lost its core in the middle of a turn, to a more urgent one. */
  void preempted(TaskCell task) {
    wait(task);
    try {
      policy.preempted(task, queues.shared());
    } catch (RuntimeException broken) {
      threw(task, broken);
    }
    placed(task);
  }

  /** {@code task} lost its core in the middle of a turn, at the end of its slice. */
  void expired(TaskCell task) {
    wait(task);
    task.releaseOrder = task.readyOrder;
    try {
      policy.expired(task, queues.shared());
    } catch (RuntimeException broken) {
      threw(task, broken);
    }
    placed(task);
  }

  private void wait(TaskCell task) {
    task.readyOrder = ++orders;
    trace.ready(queues.now(), task.id());
  }

  /** The policy keeps {@code task} back: it will be {@link #again}. */
  void keepBack(TaskCell task) {
    keptBack.add(task);
  }

  /** Whether the policy keeps somebody back. */
  boolean keepsBack() {
    return !keptBack.isEmpty();
  }

  /**
   * Nothing will happen any more.
   *
   * @throws BrokenPolicy when somebody waits for a core
   */
  void nobodyWaits() {
    List<String> waiting = new ArrayList<>();
    queues.each(task -> waiting.add(task.name()));
    if (!waiting.isEmpty()) {
      throw new BrokenPolicy("leaves all cores idle while these wait: " + waiting);
    }
  }

  /** The policy kept {@code task} back and its time has come. */
  void again(TaskCell task) {
    if (task.state == State.LATER) {
      keptBack.remove(task);
      place(task);
    }
  }

  /**
   * The run is over, and all have to get a core to end in: who waits does so in order, who was kept
   * back or never given a place too, and the policy is asked no more.
   */
  void overrule() {
    policy = (task, queue) -> queue.last(task);
    List<TaskCell> waiting = new ArrayList<>(keptBack);
    queues.each(waiting::add);
    keptBack.clear();
    for (TaskCell task : waiting) {
      if (task.queue != null) {
        task.queue.remove(task);
      }
      place(task);
    }
  }

  private void place(TaskCell task) {
    try {
      policy.enqueue(task, queues.shared());
    } catch (RuntimeException broken) {
      threw(task, broken);
    }
    placed(task);
  }

  private void threw(TaskCell task, RuntimeException broken) {
    keptBack.add(task);
    onBroken.accept(broken);
  }

  private void placed(TaskCell task) {
    if (task.queue == null) {
      task.state = State.LATER;
      if (keptBack.add(task)) {
        onBroken.accept(new BrokenPolicy("gave " + task.name() + " no place"));
      }
      return;
    }
    task.state = State.READY;
    if (barrier.used()) {
      barrier.ready(task);
    }
  }

  /**
   * {@code task} goes on with its job when every task that is ready now has had a turn: it waits
   * itself, or serves its other messages meanwhile.
   */
  void yielded(TaskCell task, Yielding yielding, Runnable goesOn) {
    if (!barrier.used()) {
      barrier.use();
      queues.each(barrier::ready);
    }
    long order = ++orders;
    task.readyOrder = order;
    barrier.hold(order, goesOn);
    promote(yielding.next());
  }

  private void promote(@Nullable TaskCell next) {
    if (next != null && next.queue != null) {
      next.queue.remove(next);
      queues.shared().first(next);
    }
  }

  /** The hold of {@code task} is over. */
  void released(TaskCell task) {
    task.releaseOrder = task.readyOrder;
    task.releasedAt = queues.now();
    trace.ready(queues.now(), task.id());
    place(task);
  }

  /** Takes the task that core {@code core} runs next; null when there is none for it. */
  @Nullable TaskCell next(int core) {
    TaskCell task = (TaskCell) policy.next(core, queues.shared());
    if (task != null) {
      if (task.queue != null || task.state != State.READY) {
        throw new BrokenPolicy("gave " + task.name() + " without taking it");
      }
      task.state = State.RUNNING;
    }
    return task;
  }

  /**
   * The turn of {@code task}, which was {@link #next}, begins or goes on, and has been recorded.
   */
  void begun(TaskCell task) {
    if (barrier.used()) {
      barrier.taken(task);
    }
  }

  /** {@code task} ended while it waited. */
  void gone(TaskCell task) {
    keptBack.remove(task);
    if (task.queue != null) {
      task.queue.remove(task);
    }
    if (barrier.used()) {
      barrier.taken(task);
    }
  }
}
