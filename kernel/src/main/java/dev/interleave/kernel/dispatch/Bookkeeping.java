package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.dispatch.TaskCell.State;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.time.Clock;
import dev.interleave.kernel.trace.Trace;
import java.time.Duration;
import org.apache.pekko.actor.ActorCell;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.dispatch.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of tasks as messages arrive and turns end. Not threadsafe: an engine whose cores are
 * several threads calls it under its lock.
 */
final class Bookkeeping {
  final ReadyTasks ready;
  final MessageTypes types;
  final Pauses pauses = new Pauses();
  private final Engine engine;
  private final Clock stamps;
  private final Trace trace;
  private final Overflowing overflowing;

  Bookkeeping(Engine engine, Policy policy, long messageCost) {
    this.engine = engine;
    this.stamps = engine.stamps();
    this.trace = engine.trace;
    RunQueues queues =
        new RunQueues(
            engine.machine.cores(),
            stamps,
            () -> engine.streams.stream("policy"),
            (delay, task) -> keepBack(delay, task));
    this.ready = new ReadyTasks(policy, queues, trace, engine::broken);
    this.types = new MessageTypes(trace, messageCost);
    this.overflowing = new Overflowing(engine, this);
  }

  private void keepBack(Duration delay, TaskCell task) {
    ready.keepBack(task);
    engine.after(delay, () -> engine.guarded(() -> ready.again(task)));
  }

  /** Whether something will go on by itself that waits for its time: it is not quiet yet. */
  boolean keepsBack() {
    return pauses.keepMessages() || ready.keepsBack();
  }

  /** A message arrives at a task. */
  void deliver(TaskCell task, Envelope envelope, @Nullable TaskCell sender) {
    if (task.isFull()) {
      overflowing.deliver(task, envelope, sender);
    } else {
      accept(task, envelope, sender);
    }
  }

  /** Puts {@code envelope} into the mailbox of {@code task}, which is ready then. */
  void accept(TaskCell task, Envelope envelope, @Nullable TaskCell sender) {
    if (ready.ordered()) {
      stamped(task, envelope, sender);
    } else {
      task.offer(envelope, 0, 0);
    }
    becomeReady(task);
  }

  private void stamped(TaskCell task, Envelope envelope, @Nullable TaskCell sender) {
    long now = ready.now();
    if (trace.isOn()) {
      int from = sender == null ? 0 : sender.id();
      trace.sent(now, task.id(), from, task.typeOf(envelope.message(), types).number());
    }
    task.offer(envelope, ready.order(), now);
  }

  void becomeReady(TaskCell task) {
    if (task.state == State.IDLE && task.runnable()) {
      ready.ready(task);
    }
  }

  /**
   * A turn of {@code task} begins. Its message is the one that is there now: what arrives while the
   * life cycle is seen to has a turn of its own.
   *
   * @return whether the turn is that of a message and nothing else
   */
  boolean beginTurn(TaskCell task) {
    boolean plain = task.isPlain();
    task.takesMessage = plain || (task.mayReceive() && task.peekNext() != null);
    return plain;
  }

  /** The name of the message of the turn that {@code task} has begun, in the trace. */
  int messageOfTurn(TaskCell task) {
    Envelope message = task.takesMessage ? task.peekNext() : null;
    return message == null ? trace.name("") : task.typeOf(message.message(), types).number();
  }

  /**
   * Takes the message of this turn; null when it has none, or the task may not receive any more.
   */
  @Nullable Envelope receive(TaskCell task) {
    Envelope message = task.takesMessage && task.mayReceive() ? task.takeNext() : null;
    if (message != null) {
      overflowing.roomIn(task);
    }
    return message;
  }

  /** As {@link #afterTurn}, where most turns end: with nothing but perhaps another message. */
  void afterPlainTurn(TaskCell task) {
    if (task.yielding == null && task.mayGoOn()) {
      task.state = State.IDLE;
      if (task.hasMessages()) {
        ready.ready(task);
      }
    } else {
      afterTurn(task);
    }
  }

  /** What becomes of {@code task} after its turn was served in full. */
  void afterTurn(TaskCell task) {
    Yielding yielding = task.yielding;
    task.yielding = null;
    if (task.mailbox().isClosed()) {
      ended(task);
    } else if (yielding != null) {
      yielded(task, yielding);
    } else {
      task.state = State.IDLE;
      becomeReady(task);
    }
  }

  private void yielded(TaskCell task, Yielding yielding) {
    if (yielding.serving()) {
      task.state = State.IDLE;
      ready.yielded(task, yielding, () -> accept(task, yielding.resume(), task));
      becomeReady(task);
    } else if (yielding.pause() != null) {
      paused(task, yielding.resume(), yielding.pause());
    } else {
      task.state = State.HELD;
      task.resume = yielding.resume();
      ready.yielded(task, yielding, () -> ready.released(task));
    }
  }

  private void paused(TaskCell task, Envelope resume, Duration pause) {
    task.state = State.IDLE;
    pauses.begin(task, resume);
    engine.after(pause, () -> engine.guarded(() -> pauseOver(task)));
    becomeReady(task);
  }

  /** A task that sees to its life cycle just now goes on after that. */
  private void pauseOver(TaskCell task) {
    pauses.end(task);
    if (task.state == State.IDLE) {
      ready.released(task);
    }
  }

  private void ended(TaskCell task) {
    task.state = State.STOPPED;
    pauses.end(task);
    overflowing.gone(task);
    engine.tasks.ended(task);
    trace.stopped(stamps.nanos(), task.id());
  }

  /** The running turn of {@code task} ends with a yield. */
  void yield(TaskCell task, KernelMessage resume, @Nullable ActorRef next, boolean serving) {
    TaskCell named = next == null ? null : engine.tasks.of(next);
    task.yielding = new Yielding(toSelf(task, resume), named, serving, null);
  }

  /** The running turn of {@code task} ends with a pause. */
  void pause(TaskCell task, KernelMessage resume, Duration delay) {
    task.yielding = new Yielding(toSelf(task, resume), null, false, delay);
  }

  private static Envelope toSelf(TaskCell task, KernelMessage message) {
    ActorCell self = task.actor();
    return Envelope.apply(message, self.self(), self.system());
  }
}
