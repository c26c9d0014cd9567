// Long: what Pekko, the kernel and other threads ask of one machine meets here.
package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Task;
import dev.interleave.kernel.time.Clock;
import dev.interleave.kernel.time.VirtualClock;
import dev.interleave.kernel.trace.Trace;
import java.time.Duration;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.apache.pekko.actor.ActorCell;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.dispatch.Envelope;
import org.jspecify.annotations.Nullable;
import scala.concurrent.BlockContext$;

/**
 * The simulated dispatcher. A core is a {@link VirtualCore}; the clock is a number that moves only
 * when nothing is left to do at the present instant. Everything runs on the thread that calls
 * {@link #run}.
 */
final class SimulatedEngine extends SerialEngine {

  /** What its thread does. */
  private enum Phase {
    STILL,
    /** System work of a system that is being made. */
    BOOTING,
    RUNNING,
    /** All comes to rest after a run. */
    ENDING
  }

  private final VirtualTurns turns;
  private final VirtualTime time;
  private final Instant instant;
  private final Pace pace;
  private final Clock taskClock = this::taskNanos;
  private volatile Phase phase = Phase.STILL;
  private BooleanSupplier atRest = () -> true;
  private boolean haltWhenQuiet;
  private volatile boolean halted;
  private volatile @Nullable Thread creator;
  private final TaskDraws draws = new TaskDraws(streams);
  private final @Nullable Engine before = CurrentEngine.get();
  final Entrance entrance = new Entrance(this);
  final OutsideTime outsideTime = new OutsideTime(this);

  SimulatedEngine(Machine.Simulated simulated, Policy policy, Trace trace) {
    this(simulated, new VirtualClock(), policy, trace);
  }

  private SimulatedEngine(
      Machine.Simulated simulated, VirtualClock virtual, Policy policy, Trace trace) {
    super(simulated, virtual, policy, trace, simulated.messageCost().toNanos());
    InstantLimit limit = new InstantLimit(simulated.turnsPerInstant());
    this.time = new VirtualTime(virtual, limit);
    this.turns = new VirtualTurns(this, simulated, limit);
    this.instant = new Instant(this, simulated, turns, time, limit);
    this.pace = new Pace(simulated.pace());
    this.thread = Thread.currentThread();
  }

  // --- the loop ---

  /** The calling thread is the machine from now on. */
  @Override
  public void begin() {
    enter();
  }

  @Override
  public Halt run(long until) {
    return runWhile(() -> true, until);
  }

  private void enter() {
    thread = Thread.currentThread();
    CurrentEngine.set(this);
  }

  /** As {@link #run}, while {@code rest} says after each step that nobody outside goes on. */
  Halt runWhile(BooleanSupplier rest, long until) {
    enter();
    phase = Phase.RUNNING;
    atRest = rest;
    try {
      return BlockContext$.MODULE$.withBlockContext(new NoWaiting(this), () -> loop(until));
    } finally {
      phase = Phase.STILL;
    }
  }

  private Halt loop(long until) {
    try {
      while (!halted) {
        if (!instant.step() && !advance(until) && !lateWord(until)) {
          return outcome(time.now() >= until ? Halt.UNTIL : nothingLeft());
        }
        if (!atRest.getAsBoolean()) {
          return outcome(Halt.PAUSED);
        }
      }
      entrance.lookForLeaks(time.now());
    } catch (Throwable thrown) {
      broken(thrown);
    }
    return outcome(Halt.HALTED);
  }

  private boolean lateWord(long until) {
    long now = time.now();
    return entrance.lateWord(now, now >= until);
  }

  private Halt nothingLeft() {
    ready.nobodyWaits();
    return Halt.NOTHING_LEFT;
  }

  private Halt outcome(Halt otherwise) {
    return failure() != null ? Halt.FAILED : otherwise;
  }

  /** Whether the next thing at this instant can only be a turn, and nobody outside goes on. */
  boolean nothingElse() {
    return nothingBefore() && time.nextAt() > time.now();
  }

  /** Whether nothing comes before what a core is heard of at this instant. */
  boolean nothingBefore() {
    return outside.isEmpty() && noSystemWork() && !halted && atRest.getAsBoolean();
  }

  /** Moves the clock to the next thing that happens; false when there is none or it is too late. */
  private boolean advance(long until) {
    if (haltWhenQuiet && turns.allIdle() && !book.keepsBack()) {
      halt();
      return true;
    }
    long next = Math.min(turns.nextAt(), time.nextAt());
    if (pace.live()) {
      long reached = pace.await(time.now(), Math.min(next, until), outside);
      if (reached < Math.min(next, until)) {
        time.moveTo(reached);
        return true;
      }
    }
    if (next > until) {
      time.moveTo(next == VirtualTime.NEVER ? time.now() : until);
      return false;
    }
    time.moveTo(next);
    return next != VirtualTime.NEVER;
  }

  // --- turns ---

  @Override
  void beforeMessage(TaskCell task, Envelope message) {
    turns.charge(task, message);
  }

  @Override
  public void abort(Task aborted) {
    TaskCell task = (TaskCell) aborted;
    if (task.inTurn && task != current) {
      turns.abort(task);
    }
  }

  // --- effects and time ---

  @Override
  void defer(TaskCell task, Runnable action) {
    task.defer(new ActLater(task.owed, action));
  }

  @Override
  void deferSend(TaskCell task, EngineDispatcher by, ActorCell receiver, Envelope envelope) {
    task.defer(new SendLater(task.owed, this, by, receiver, envelope));
  }

  @Override
  public void consume(long nanos) {
    TaskCell task = inTurn();
    long own = turns.ownTime(task);
    task.owed += VirtualTime.later(own, nanos) - own;
    task.deferring = task.deferring || nanos > 0;
  }

  @Override
  public Clock taskClock() {
    return taskClock;
  }

  private long taskNanos() {
    TaskCell task = current;
    return task == null ? time.now() : turns.ownTime(task);
  }

  /** Random numbers for what Pekko draws in the present turn. */
  Random draws() {
    return draws.of(current == null ? acting : current);
  }

  @Override
  public Cancellable after(Duration delay, Runnable event) {
    return schedule(delay.toNanos(), 0, event);
  }

  @Override
  VirtualTimer schedule(long delay, long interval, Runnable event) {
    VirtualTimer timer = time.timer(event, interval);
    act(() -> time.start(timer, delay));
    return timer;
  }

  /** Nothing else is left to do when a timer comes: there is no need to queue. */
  @Override
  void timer(Runnable work) {
    Mailboxes.run(work);
  }

  // --- the outside ---

  @Override
  public void grace(Duration longest) {
    entrance.foreign.grace(longest);
  }

  @Override
  void fromOutside(Runnable action) {
    entrance.enter(action, null);
  }

  @Override
  void sentFromOutside(ActorCell receiver, Runnable action) {
    entrance.enter(action, receiver.self());
  }

  @Override
  void guarded(Runnable action) {
    post(action);
  }

  @Override
  public void post(Runnable event) {
    if (isForeign()) {
      outside.push(event);
      pace.wake();
    } else {
      event.run();
    }
  }

  /** The name of the task whose handler is running; null when none is. */
  @Nullable String handling() {
    TaskCell task = current;
    return task == null ? null : task.name();
  }

  @Override
  public void exclusively(Runnable action) {
    action.run();
  }

  @Override
  public void expectInput(int change) {
    entrance.foreign.threadsAnnounced(Math.max(0, change));
    pace.expect(change);
  }

  @Override
  public void halt() {
    halted = true;
    pace.wake();
  }

  @Override
  public void settle(BooleanSupplier done) {
    halted = false;
    haltWhenQuiet = false;
    enter();
    ready.overrule();
    phase = Phase.ENDING;
    try {
      boolean more = true;
      while (more && !done.getAsBoolean()) {
        dropping = failure() != null;
        more =
            instant.stepToTheEnd() || advance(VirtualTime.NEVER) || instant.anotherRoundToTheEnd();
      }
    } catch (Throwable thrown) {
      broken(thrown);
    } finally {
      phase = Phase.STILL;
    }
  }

  /** Boot: all system work, and no task, while the clock stands. */
  void runSystemWork() {
    enter();
    phase = Phase.BOOTING;
    try {
      instant.systemWorkOnly();
    } finally {
      phase = Phase.STILL;
    }
  }

  @Override
  public void close() {
    leave();
    creator = null;
    outsideTime.end();
  }

  /** Whether nothing will run on it any more. */
  boolean isClosed() {
    return outsideTime.isOver();
  }

  /** The calling thread is no longer the machine. */
  void leave() {
    thread = null;
    CurrentEngine.resume(before);
  }

  /** {@code creator} makes the system of this engine; null when that is done. */
  void createdBy(@Nullable Thread creator) {
    this.creator = creator;
  }

  @Override
  boolean isServedBy(Thread worker) {
    return worker == thread || worker == creator;
  }

  /** Whether it is in the middle of a run. Any thread. */
  boolean isRunning() {
    return phase == Phase.RUNNING;
  }

  /** Whether {@code worker} does the work of actors, before, in or after a run. Any thread. */
  boolean isAtWork(Thread worker) {
    return worker == thread && phase != Phase.STILL && !entrance.foreign.isWaiting();
  }

  /** The running handler makes a thread. */
  void makesThread() {
    if (isRunning() && !isForeign()) {
      entrance.foreign.threadMade();
    }
  }

  /** Whether there is something from outside, or the end. */
  boolean hasWord() {
    return halted || !outside.isEmpty();
  }

  @Override
  public long lastWork() {
    return turns.lastWork();
  }

  @Override
  public void haltWhenQuiet() {
    haltWhenQuiet = true;
  }
}
