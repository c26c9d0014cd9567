package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.Machine;
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
  final Bookkeeping book;
  final ReadyTasks ready;
  final Inlet outside = new Inlet();
  private final ArrayDeque<Runnable> system = new ArrayDeque<>();

  /** The thread that turns run on. */
  volatile @Nullable Thread thread;

  /** The task whose handler is running. */
  @Nullable TaskCell current;

  /** After a failure: only the life cycle goes on, so that everything ends. */
  boolean dropping;

  /** The task whose deferred effect is happening. */
  @Nullable TaskCell acting;

  SerialEngine(Machine machine, Clock clock, Policy policy, Trace trace, long messageCost) {
    super(machine, clock, trace);
    this.book = new Bookkeeping(this, policy, messageCost);
    this.ready = book.ready;
  }

  // --- what comes in ---

  final boolean isForeign() {
    return Thread.currentThread() != thread;
  }

  /** Something from another thread. */
  abstract void fromOutside(Runnable action);

  /** A message from another thread. */
  void sentFromOutside(ActorCell receiver, Runnable action) {
    fromOutside(action);
  }

  /** Does {@code action} when what {@code task}, whose handler runs, has consumed is served. */
  abstract void defer(TaskCell task, Runnable action);

  /** As {@link #defer}, for a message. */
  abstract void deferSend(
      TaskCell task, EngineDispatcher by, ActorCell receiver, Envelope envelope);

  @Override
  final void send(EngineDispatcher dispatcher, ActorCell receiver, Envelope envelope) {
    TaskCell sender = current;
    if (isForeign()) {
      dispatcher.arrivesFromOutside(receiver);
      sentFromOutside(receiver, () -> send(dispatcher, receiver, envelope));
    } else if (sender != null && sender.deferring) {
      deferSend(sender, dispatcher, receiver, envelope);
    } else {
      deliver(dispatcher, receiver, envelope, sender == null ? acting : sender);
    }
  }

  private void deliver(
      EngineDispatcher dispatcher,
      ActorCell receiver,
      Envelope envelope,
      @Nullable TaskCell sender) {
    TaskCell task = tasks.of(receiver.mailbox());
    if (task == null) {
      dispatcher.sendToSystem(receiver, envelope);
    } else {
      book.deliver(task, envelope, sender);
    }
  }

  @Override
  final void wake(TaskCell task) {
    act(() -> book.becomeReady(task));
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
    } else if (sender != null && sender.deferring) {
      defer(sender, action);
    } else {
      action.run();
    }
  }

  @Override
  final boolean stampsMessages() {
    return ready.policy().ordered();
  }

  @Override
  final void taskStarted(TaskCell task, int parent) {
    trace.started(clock.nanos(), task.id(), parent, task.name());
  }

  // --- turns ---

  final boolean noSystemWork() {
    return system.isEmpty();
  }

  /** Takes the next piece of system work; null when there is none. */
  final @Nullable Runnable takeSystemWork() {
    return system.poll();
  }

  /**
   * The handler of one turn: what is pending of the life cycle, then one message.
   *
   * @param plain whether there is nothing but the message, as {@link TaskCell#isPlain} says
   */
  final void handle(TaskCell task, boolean plain) {
    current = task;
    try {
      Envelope message = plain ? task.takeMessage() : afterLifeCycle(task);
      if (message != null && !dropping) {
        beforeMessage(task, message);
        task.actor().invoke(message);
      }
    } catch (Throwable thrown) {
      fail(task.name() + " threw " + Thrown.text(thrown));
    } finally {
      current = null;
    }
  }

  private @Nullable Envelope afterLifeCycle(TaskCell task) {
    Mailbox mailbox = task.mailbox();
    if (mailbox.hasSystemMessages()) {
      Mailboxes.run(mailbox::processAllSystemMessages);
    }
    return book.receive(task);
  }

  /** Charges what a message costs before its handler runs. */
  abstract void beforeMessage(TaskCell task, Envelope message);

  @Override
  public final void yieldTurn(KernelMessage resume, @Nullable ActorRef next, boolean serving) {
    book.yield(inTurn(), resume, next, serving);
  }

  @Override
  public final void pauseTurn(KernelMessage resume, Duration delay) {
    book.pause(inTurn(), resume, delay);
  }

  @Override
  public final void countLost() {
    book.pauses.countLost(trace, clock.nanos());
  }

  final TaskCell inTurn() {
    TaskCell task = current;
    if (task == null) {
      throw new IllegalStateException("only a task in its turn can consume, yield or pause");
    }
    return task;
  }

  @Override
  public final void drain(Runnable action) {
    exclusively(action);
  }
}
