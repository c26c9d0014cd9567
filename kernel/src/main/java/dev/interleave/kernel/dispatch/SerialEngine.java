package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.dispatch.TaskCell.State;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.time.Clock;
import dev.interleave.kernel.trace.Trace;
import java.time.Duration;
import java.util.ArrayDeque;
import org.apache.pekko.actor.ActorCell;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.dispatch.Envelope;
import org.apache.pekko.dispatch.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * An engine whose turns all run on one thread: nothing but the inlet is shared, so nothing is
 * locked.
 */
abstract class SerialEngine extends Engine {
  final ReadyTasks ready;
  final MessageTypes types;
  final Inlet outside = new Inlet();
  private final Overflowing overflowing;
  private final ArrayDeque<Runnable> system = new ArrayDeque<>();

  /** The thread that turns run on. */
  volatile @Nullable Thread thread;

  /** The task whose handler is running. */
  @Nullable TaskCell current;

  /** The task whose deferred effect is happening. */
  @Nullable TaskCell acting;

  private volatile @Nullable String failure;

  SerialEngine(Machine machine, Clock clock, Policy policy, Trace trace, long messageCost) {
    super(machine, clock, trace);
    RunQueues queues =
        new RunQueues(machine.cores(), clock, () -> streams.stream("policy"), this::keepBack);
    this.ready = new ReadyTasks(policy, queues, trace);
    this.types = new MessageTypes(trace, messageCost);
    this.overflowing = new Overflowing(this);
  }

  private void keepBack(Duration delay, TaskCell task) {
    after(delay, () -> ready.again(task));
  }

  // --- what comes in ---

  final boolean isForeign() {
    return Thread.currentThread() != thread;
  }

  /** Something from another thread. */
  abstract void fromOutside(Runnable action);

  /** Does {@code action} later if the running handler has consumed CPU time; else does nothing. */
  abstract boolean deferred(Runnable action);

  @Override
  final void send(EngineDispatcher dispatcher, ActorCell receiver, Envelope envelope) {
    TaskCell sender = current;
    if (isForeign()) {
      fromOutside(() -> send(dispatcher, receiver, envelope));
    } else if (sender != null && sender.deferring) {
      deferred(() -> send(dispatcher, receiver, envelope));
    } else {
      deliver(dispatcher, receiver, envelope);
    }
  }

  private void deliver(EngineDispatcher dispatcher, ActorCell receiver, Envelope envelope) {
    TaskCell task = tasks.of(receiver.mailbox());
    if (task == null) {
      dispatcher.sendToSystem(receiver, envelope);
    } else if (task.numberOfMessages() >= task.profile.capacity()) {
      overflowing.deliver(task, envelope, sender());
    } else {
      accept(task, envelope, sender());
    }
  }

  final @Nullable TaskCell sender() {
    return current != null ? current : acting;
  }

  /** Puts {@code envelope} into the mailbox of {@code task}, which is ready then. */
  final void accept(TaskCell task, Envelope envelope, @Nullable TaskCell sender) {
    long now = clock.nanos();
    if (trace.isOn()) {
      int from = sender == null ? 0 : sender.id();
      trace.sent(now, task.id(), from, task.typeOf(envelope.message(), types).number());
    }
    task.offer(envelope, ready.order(), now);
    becomeReady(task);
  }

  final void becomeReady(TaskCell task) {
    if (task.state == State.IDLE && task.runnable()) {
      ready.ready(task);
    }
  }

  @Override
  final void wake(TaskCell task) {
    act(() -> becomeReady(task));
  }

  @Override
  final void execute(Runnable work) {
    act(() -> system.add(work));
  }

  @Override
  public final void act(Runnable action) {
    TaskCell sender = current;
    if (isForeign()) {
      fromOutside(() -> act(action));
    } else if (sender == null || !sender.deferring || !deferred(action)) {
      action.run();
    }
  }

  @Override
  public final void post(Runnable action) {
    if (isForeign()) {
      fromOutsideDeclared(action);
    } else {
      action.run();
    }
  }

  /** Something from another thread that has said so. */
  abstract void fromOutsideDeclared(Runnable action);

  @Override
  final Messages newMessages(ActorRef owner) {
    return new RingMessages(ready.policy().ordered());
  }

  @Override
  final void taskStarted(TaskCell task, int parent) {
    trace.started(clock.nanos(), task.id(), parent, task.name());
  }

  // --- turns ---

  /** Does one piece of system work; false when there is none. */
  final boolean systemWork() {
    Runnable work = system.poll();
    if (work == null) {
      return false;
    }
    work.run();
    return true;
  }

  final boolean systemIdle() {
    return system.isEmpty();
  }

  /** The handler of one turn: what is pending of the life cycle, then one message. */
  final void handle(TaskCell task) {
    current = task;
    try {
      Mailbox mailbox = task.mailbox();
      if (mailbox.hasSystemMessages()) {
        mailbox.processAllSystemMessages();
      }
      Envelope message = task.mayReceive() ? task.poll() : null;
      if (message != null) {
        overflowing.roomIn(task);
        beforeMessage(task, message);
        mailbox.actor().invoke(message);
      }
    } catch (Throwable thrown) {
      fail(task.name() + " threw " + thrown);
    } finally {
      current = null;
    }
  }

  /** Charges what a message costs before its handler runs. */
  abstract void beforeMessage(TaskCell task, Envelope message);

  /** What becomes of {@code task} after its turn was served in full. */
  final void afterTurn(TaskCell task) {
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
    if (yielding.pause() != null) {
      task.state = State.HELD;
      task.resume = yielding.resume();
      after(yielding.pause(), () -> post(() -> ready.released(task)));
    } else if (yielding.serving()) {
      task.state = State.IDLE;
      ready.yielded(task, yielding, () -> accept(task, yielding.resume(), task));
      becomeReady(task);
    } else {
      task.state = State.HELD;
      task.resume = yielding.resume();
      ready.yielded(task, yielding, () -> ready.released(task));
    }
  }

  private void ended(TaskCell task) {
    task.state = State.STOPPED;
    overflowing.gone(task);
    tasks.ended(task);
    trace.stopped(clock.nanos(), task.id());
  }

  @Override
  public final void yieldTurn(KernelMessage resume, @Nullable ActorRef next, boolean serving) {
    TaskCell task = inTurn();
    TaskCell named = next == null ? null : tasks.of(next);
    task.yielding = new Yielding(toSelf(task, resume), named, serving, null);
  }

  @Override
  public final void pauseTurn(KernelMessage resume, Duration delay) {
    TaskCell task = inTurn();
    task.yielding = new Yielding(toSelf(task, resume), null, false, delay);
  }

  private TaskCell inTurn() {
    TaskCell task = current;
    if (task == null) {
      throw new IllegalStateException("yield outside of a turn");
    }
    return task;
  }

  private static Envelope toSelf(TaskCell task, KernelMessage message) {
    ActorCell self = task.actor();
    return Envelope.apply(message, self.self(), self.system());
  }

  // --- state of the run ---

  @Override
  public final void fail(String reason) {
    if (failure == null) {
      failure = reason;
    }
    halt();
  }

  @Override
  public final @Nullable String failure() {
    return failure;
  }

  @Override
  public void exclusively(Runnable action) {
    action.run();
  }
}
