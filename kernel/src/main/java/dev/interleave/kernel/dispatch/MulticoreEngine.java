// Long: what a lock guards is read in one place.
package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.time.WallClock;
import dev.interleave.kernel.trace.Event.Why;
import dev.interleave.kernel.trace.Trace;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.apache.pekko.actor.ActorCell;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.dispatch.Envelope;
import org.apache.pekko.dispatch.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * The multicore dispatcher. A core is a thread; the clock is the wall clock. The lock guards the
 * run queue, the states of the tasks and the trace; handlers run outside of it, at once on all
 * cores.
 */
final class MulticoreEngine extends Engine {
  private final BackoffLock lock = new BackoffLock();
  private final IdleCores idle;
  private final Bookkeeping book;
  private final WallClock wall;
  private final WallTimers timers = new WallTimers();
  private final RunEnd end;
  private final List<CoreThread> cores = new ArrayList<>();
  private final ArrayDeque<Runnable> system = new ArrayDeque<>();
  private boolean haltWhenQuiet;
  private boolean closed;
  private volatile long lastWork;

  MulticoreEngine(Machine machine, Policy policy, Trace trace) {
    this(machine, new WallClock(), policy, trace);
  }

  private MulticoreEngine(Machine machine, WallClock clock, Policy policy, Trace trace) {
    super(machine, clock, trace);
    wall = clock;
    end = new RunEnd(clock);
    book = new Bookkeeping(this, policy, 0);
    idle = new IdleCores(lock, machine.cores(), clock);
    for (int i = 0; i < machine.cores(); i++) {
      cores.add(new CoreThread(this, i, this::loop));
    }
    cores.forEach(Thread::start);
  }

  // --- the loop of one core ---

  private void loop() {
    CurrentEngine.set(this);
    CoreThread core = (CoreThread) Thread.currentThread();
    lock.acquire();
    try {
      while (!closed) {
        step(core);
      }
    } finally {
      lock.release();
    }
  }

  private void step(CoreThread core) {
    try {
      if (!systemWork() && !turn(core)) {
        rest();
      }
    } catch (Throwable thrown) {
      broken(thrown);
    }
  }

  private boolean systemWork() {
    Runnable next = system.poll();
    if (next != null) {
      lock.without(() -> Mailboxes.run(next));
    }
    return next != null;
  }

  private boolean turn(CoreThread core) {
    boolean takes = book.ready.size() > 0 && idle.takesTurn();
    TaskCell task = takes ? book.ready.next(core.core) : null;
    if (task == null) {
      return false;
    }
    idle.wakeForOthers(book.ready.size()); // who was released by one turn runs on all cores
    book.beginTurn(task);
    if (trace.isOn()) {
      tracedTurn(core, task);
    } else {
      book.ready.begun(task);
      handle(core, task);
      left(core, task, 0);
    }
    return true;
  }

  private void tracedTurn(CoreThread core, TaskCell task) {
    long from = clock.nanos();
    trace.taken(from, task.id(), core.core, book.messageOfTurn(task));
    book.ready.begun(task);
    handle(core, task);
    long now = clock.nanos();
    Why why = task.yielding == null ? Why.COMPLETED : Why.YIELDED;
    trace.left(now, task.id(), core.core, why, now - from);
    lastWork = now;
    left(core, task, now - from);
  }

  private void left(CoreThread core, TaskCell task, long used) {
    task.lastCore = core.core;
    task.cpu += used;
    book.ready.policy().ran(task, used);
    book.afterPlainTurn(task);
  }

  private void handle(CoreThread core, TaskCell task) {
    core.current = task;
    try {
      Mailbox mailbox = task.mailbox();
      if (mailbox.hasSystemMessages()) {
        lock.without(() -> Mailboxes.run(mailbox::processAllSystemMessages));
      }
      Envelope message = book.receive(task);
      if (message != null) {
        lock.without(() -> mailbox.actor().invoke(message));
      }
    } catch (Throwable thrown) {
      fail(task.name() + " threw " + Thrown.text(thrown));
    } finally {
      core.current = null;
    }
  }

  private void rest() {
    if (haltWhenQuiet && idle.allButOne() && !book.keepsBack()) {
      end.halt();
    }
    idle.rest();
  }

  // --- what comes in ---

  private void locked(Runnable action) {
    lock.holding(
        () -> {
          action.run();
          idle.wakeOne();
        });
  }

  @Override
  void send(EngineDispatcher dispatcher, ActorCell receiver, Envelope envelope) {
    TaskCell task = tasks.of(receiver.mailbox());
    if (task == null || !delivered(task, envelope)) {
      dispatcher.sendToSystem(receiver, envelope);
    }
  }

  /** False when the task has ended meanwhile; its actor's mailbox is that of dead letters then. */
  private boolean delivered(TaskCell task, Envelope envelope) {
    lock.acquire();
    try {
      if (task.mailbox().isClosed()) {
        return false;
      }
      TaskCell sender = CoreThread.currentTask(this);
      book.deliver(task, envelope, sender);
      if (sender == null) {
        idle.wakeOne();
      } else {
        idle.wakeForMoreThanOne(book.ready.size());
      }
      return true;
    } finally {
      lock.release();
    }
  }

  @Override
  void wake(TaskCell task) {
    locked(() -> book.becomeReady(task));
  }

  @Override
  void execute(Runnable action) {
    locked(() -> system.add(action));
  }

  @Override
  public void act(Runnable action) {
    action.run();
  }

  @Override
  public void record(BiConsumer<Trace, Long> entry) {
    locked(() -> entry.accept(trace, clock.nanos()));
  }

  @Override
  void guarded(Runnable action) {
    locked(action);
  }

  @Override
  public void post(Runnable event) {
    event.run();
  }

  @Override
  public void drain(Runnable action) {
    action.run();
  }

  @Override
  public void exclusively(Runnable action) {
    locked(action);
  }

  @Override
  boolean stampsMessages() {
    return book.ready.policy().ordered();
  }

  @Override
  void taskStarted(TaskCell task, int parent) {
    locked(() -> trace.started(clock.nanos(), task.id(), parent, task.name()));
  }

  @Override
  public void yieldTurn(KernelMessage resume, @Nullable ActorRef next, boolean serving) {
    book.yield(inTurn(), resume, next, serving);
  }

  @Override
  public void pauseTurn(KernelMessage resume, Duration delay) {
    book.pause(inTurn(), resume, delay);
  }

  @Override
  public void countLost() {
    book.pauses.countLost(trace, clock.nanos());
  }

  private TaskCell inTurn() {
    TaskCell task = CoreThread.currentTask(this);
    if (task == null) {
      throw new IllegalStateException("only a task in its turn can yield or pause");
    }
    return task;
  }

  @Override
  public void consume(long nanos) {
    CpuBurner.burn(nanos);
  }

  @Override
  public Cancellable after(Duration delay, Runnable event) {
    return timers.schedule(delay.toNanos(), 0, event);
  }

  @Override
  Cancellable schedule(long delay, long interval, Runnable event) {
    return timers.schedule(delay, interval, event);
  }

  // --- the run ---

  @Override
  public void begin() {
    wall.begin();
  }

  @Override
  public Halt run(long until) {
    return end.await(until, () -> failure() != null);
  }

  @Override
  public void halt() {
    end.halt();
  }

  @Override
  public void haltWhenQuiet() {
    locked(() -> haltWhenQuiet = true);
  }

  @Override
  public void settle(BooleanSupplier done) {
    exclusively(book.ready::overrule);
    end.awaitCondition(done);
  }

  @Override
  public void close() {
    timers.close();
    lock.holding(
        () -> {
          closed = true;
          idle.wakeAll();
        });
  }

  @Override
  public long lastWork() {
    return lastWork;
  }
}
