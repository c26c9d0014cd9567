package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.time.Clock;
import dev.interleave.kernel.time.WallClock;
import dev.interleave.kernel.trace.Event.Why;
import dev.interleave.kernel.trace.Trace;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.pekko.actor.ActorCell;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.dispatch.Envelope;

/**
 * The one-thread dispatcher. A core is this engine's one thread; the clock is the wall clock. What
 * comes from outside is taken in before every turn, so no task can starve it.
 */
final class OneThreadEngine extends SerialEngine {
  private static final int CORE = 0;

  private final WallClock wall;
  private final WallTimers timers;
  private final RunEnd end;

  /** When what is being taken in was sent; 0 while nothing is. */
  private long arrivedAt;

  private volatile boolean closed;
  private volatile boolean over;
  private volatile boolean resting;
  private volatile boolean haltWhenQuiet;
  private volatile long lastWork;

  OneThreadEngine(Machine machine, Policy policy, Trace trace) {
    this(machine, new WallClock(), policy, trace);
  }

  private OneThreadEngine(Machine machine, WallClock clock, Policy policy, Trace trace) {
    super(machine, clock, policy, trace, 0);
    wall = clock;
    timers = new WallTimers();
    end = new RunEnd(clock);
    Thread core = new Thread(this::loop, "interleave-core-0");
    core.setDaemon(true);
    thread = core;
    core.start();
  }

  @Override
  public void begin() {
    wall.begin();
  }

  private void loop() {
    CurrentEngine.set(this);
    while (!closed) {
      try {
        boolean came = outside.takeIn();
        if (!systemWork() && !turn() && !came) {
          rest(); // a flood from outside starves no turn, as no turn starves what comes
        }
      } catch (Throwable thrown) {
        broken(thrown);
      }
    }
    over = true;
    takeInLate();
  }

  /** The core has gone: whoever brings something sees to it himself. It becomes a dead letter. */
  private synchronized void takeInLate() {
    thread = Thread.currentThread();
    boolean more = true;
    while (more) {
      more = outside.takeIn() || systemWork();
    }
  }

  /** Does one piece of system work; false when there is none. */
  private boolean systemWork() {
    Runnable work = takeSystemWork();
    if (work != null) {
      Mailboxes.run(work);
    }
    return work != null;
  }

  private boolean turn() {
    TaskCell task = ready.size() == 0 ? null : ready.next(CORE);
    if (task == null) {
      return false;
    }
    boolean plain = book.beginTurn(task);
    if (trace.isOn()) {
      tracedTurn(task, plain);
    } else {
      ready.begun(task);
      handle(task, plain);
      ready.policy().ran(task, 0);
    }
    if (task.yielding != null) {
      outside.takeIn(); // what is pending now is ready at the yield, and so comes first
    }
    book.afterPlainTurn(task);
    return true;
  }

  private void tracedTurn(TaskCell task, boolean plain) {
    long from = clock.nanos();
    trace.taken(from, task.id(), CORE, book.messageOfTurn(task));
    ready.begun(task);
    handle(task, plain);
    long now = clock.nanos();
    Why why = task.yielding == null ? Why.COMPLETED : Why.YIELDED;
    trace.left(now, task.id(), CORE, why, now - from);
    task.lastCore = CORE;
    task.cpu += now - from;
    ready.policy().ran(task, now - from);
    lastWork = now;
  }

  private void rest() {
    if (haltWhenQuiet && !book.keepsBack()) {
      end.halt();
    }
    resting = true;
    if (outside.isEmpty() && !closed) {
      LockSupport.park(this);
    }
    resting = false;
  }

  @Override
  void fromOutside(Runnable action) {
    long at = clock.nanos();
    outside.push(() -> arrived(at, action));
    if (resting) {
      LockSupport.unpark(thread);
    } else if (over) {
      takeInLate();
    }
  }

  private void arrived(long at, Runnable action) {
    arrivedAt = at;
    action.run();
    arrivedAt = 0;
  }

  @Override
  void guarded(Runnable action) {
    if (isForeign()) {
      fromOutside(action);
    } else {
      action.run();
    }
  }

  @Override
  public void post(Runnable event) {
    event.run();
  }

  @Override
  Clock stamps() {
    return () -> arrivedAt != 0 ? arrivedAt : clock.nanos();
  }

  @Override
  void defer(TaskCell task, Runnable action) {
    throw nothingIsOwed();
  }

  @Override
  void deferSend(TaskCell task, EngineDispatcher by, ActorCell receiver, Envelope envelope) {
    throw nothingIsOwed();
  }

  private static IllegalStateException nothingIsOwed() {
    return new IllegalStateException("what was consumed on a real core has been served");
  }

  @Override
  void beforeMessage(TaskCell task, Envelope message) {}

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

  @Override
  public Halt run(long until) {
    return end.await(until, () -> failure() != null);
  }

  @Override
  public void halt() {
    end.halt();
  }

  @Override
  public void settle(BooleanSupplier done) {
    exclusively(ready::overrule);
    end.awaitCondition(done);
  }

  @Override
  public void close() {
    closed = true;
    timers.close();
    LockSupport.unpark(thread);
  }

  @Override
  public long lastWork() {
    return lastWork;
  }

  @Override
  public void exclusively(Runnable action) {
    if (isForeign() && !closed) {
      end.onOtherThread(action, this::fromOutside);
    } else {
      action.run();
    }
  }

  @Override
  public void haltWhenQuiet() {
    haltWhenQuiet = true;
    LockSupport.unpark(thread); // it may rest already
  }
}
