package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Task;
import dev.interleave.kernel.time.Clock;
import dev.interleave.kernel.time.VirtualClock;
import dev.interleave.kernel.trace.Event.Why;
import dev.interleave.kernel.trace.Trace;
import java.time.Duration;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.apache.pekko.actor.ActorCell;
import org.apache.pekko.actor.ActorRef;
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
  private static final long FOREVER = Long.MAX_VALUE;

  private final SwitchCosts costs;
  private final BusyCores cores;
  private final VirtualTimers timers = new VirtualTimers();
  private final InstantLimit limit;
  private final boolean slicesFirst;
  private final Pace pace;
  private final VirtualClock virtual;
  private final Clock taskClock = this::taskNanos;
  private @Nullable VirtualCore currentCore;
  private long now;
  private long lastWork;
  private long turns;
  private volatile boolean running;
  private boolean haltWhenQuiet;
  private volatile boolean halted;
  private volatile @Nullable Thread creator;
  private final Random systemDraws = Draws.of(streams, "system");
  private Gate gate = new Gate.Closing(this);

  SimulatedEngine(Machine.Simulated simulated, Policy policy, Trace trace) {
    this(simulated, new VirtualClock(), policy, trace);
  }

  private SimulatedEngine(
      Machine.Simulated simulated, VirtualClock virtual, Policy policy, Trace trace) {
    super(simulated, virtual, policy, trace, simulated.messageCost().toNanos());
    this.virtual = virtual;
    this.costs = new SwitchCosts(simulated);
    this.cores = new BusyCores(simulated.cores());
    this.slicesFirst = simulated.requeue() == Machine.Requeue.BEFORE_ARRIVALS;
    this.limit = new InstantLimit(simulated.turnsPerInstant());
    this.pace = new Pace(simulated.pace());
    this.thread = Thread.currentThread();
  }

  // --- the loop ---

  @Override
  public Halt run(long until) {
    enter();
    running = true;
    try {
      return BlockContext$.MODULE$.withBlockContext(new NoWaiting(this), () -> loop(until));
    } finally {
      running = false;
    }
  }

  private void enter() {
    thread = Thread.currentThread();
    CurrentEngine.set(this);
  }

  /** As {@link #run}, while {@code atRest} says after each step that nobody outside goes on. */
  Halt runWhile(BooleanSupplier atRest, long until) {
    enter();
    running = true;
    try {
      return BlockContext$.MODULE$.withBlockContext(
          new NoWaiting(this), () -> loopWhile(atRest, until));
    } finally {
      running = false;
    }
  }

  private Halt loopWhile(BooleanSupplier atRest, long until) {
    try {
      while (!halted) {
        if (!step() && !advance(until)) {
          return failure() != null ? Halt.FAILED : now >= until ? Halt.UNTIL : Halt.NOTHING_LEFT;
        }
        if (!atRest.getAsBoolean()) {
          return failure() != null ? Halt.FAILED : Halt.PAUSED;
        }
      }
    } catch (RuntimeException thrown) {
      broken(thrown);
    }
    return failure() != null ? Halt.FAILED : Halt.HALTED;
  }

  private Halt loop(long until) {
    try {
      while (!halted) {
        if (!step() && !advance(until)) {
          return failure() != null ? Halt.FAILED : now >= until ? Halt.UNTIL : Halt.NOTHING_LEFT;
        }
      }
    } catch (RuntimeException thrown) {
      broken(thrown);
    }
    return failure() != null ? Halt.FAILED : Halt.HALTED;
  }

  /** The first thing that is to be done at the present instant; false when nothing is left. */
  private boolean step() {
    return outside.takeIn()
        || countedSystemWork()
        || completion()
        || (slicesFirst && sliceEnds())
        || arrival()
        || sliceEnds()
        || idleCoreTakesTurn()
        || preemption();
  }

  private boolean countedSystemWork() {
    boolean did = systemWork();
    if (did) {
      limit.event(this);
    }
    return did;
  }

  private boolean completion() {
    VirtualCore core = cores.next();
    if (core == null || core.nextAt > now || core.phase != VirtualCore.Phase.COMPLETION) {
      return false;
    }
    Effect effect = core.running().effects.pollFirst();
    if (effect == null) {
      complete(core);
    } else {
      happen(core, effect);
    }
    return true;
  }

  private void happen(VirtualCore core, Effect effect) {
    acting = core.running();
    effect.action().run();
    acting = null;
    core.plan(now);
    cores.planned(core);
  }

  private void complete(VirtualCore core) {
    TaskCell task = leave(core, core.running().yielding == null ? Why.COMPLETED : Why.YIELDED);
    task.inTurn = false;
    lastWork = now;
    book.afterTurn(task);
  }

  private boolean arrival() {
    if (timers.nextAt() > now) {
      return false;
    }
    VirtualTimer timer = timers.poll();
    limit.event(this);
    timer.fire();
    if (timer.interval > 0) {
      timers.add(timer, now + timer.interval);
    }
    return true;
  }

  /** All slices that end now, in the order in which their turns were taken. */
  private boolean sliceEnds() {
    VirtualCore core = cores.next();
    if (core == null || core.nextAt > now) {
      return false;
    }
    if (core.phase == VirtualCore.Phase.SWITCHED) {
      replan(core);
      return true;
    }
    boolean leaves = ready.size() > 0 || ready.policy().evicts();
    for (; core != null && core.endsSliceAt(now); core = cores.next()) {
      if (leaves) {
        ready.expired(leave(core, Why.EXPIRED));
      } else {
        core.sliceEnd = end(now, core.running());
        replan(core);
      }
    }
    return true;
  }

  private void replan(VirtualCore core) {
    core.plan(now);
    cores.planned(core);
  }

  private boolean idleCoreTakesTurn() {
    if (ready.size() == 0) {
      return false;
    }
    for (int i = cores.idleFrom(0); i >= 0; i = cores.idleFrom(i + 1)) {
      TaskCell task = ready.next(i);
      if (task != null) {
        take(cores.core(i), task);
        return true;
      }
    }
    return false;
  }

  /** Moves the clock to the next thing that happens; false when there is none or it is too late. */
  private boolean advance(long until) {
    if (haltWhenQuiet && cores.noneBusy()) {
      halt();
      return true;
    }
    VirtualCore core = cores.next();
    long next = Math.min(core == null ? FOREVER : core.nextAt, timers.nextAt());
    if (pace.live()) {
      long reached = pace.await(now, Math.min(next, until), outside);
      if (reached < Math.min(next, until)) {
        moveTo(reached);
        return true;
      }
    }
    if (next > until) {
      moveTo(next == FOREVER ? now : until);
      return false;
    }
    moveTo(next);
    return next != FOREVER;
  }

  private void moveTo(long later) {
    if (later != FOREVER && later > now) {
      limit.nextInstant();
      now = later;
      virtual.moveTo(later);
    }
  }

  // --- turns ---

  private void take(VirtualCore core, TaskCell task) {
    core.task = task;
    core.since = now;
    if (task.inTurn) {
      resume(core, task);
    } else {
      begin(core, task);
    }
    if (core.servedFrom == now && task.owed == task.served && task.effects.isEmpty()) {
      completeAtOnce(core, task);
    } else {
      core.sliceEnd = end(core.servedFrom, task);
      core.plan(now);
      cores.becomeBusy(core);
    }
  }

  private void resume(VirtualCore core, TaskCell task) {
    trace.resumed(now, task.id(), core.number);
    ready.begun(task);
    core.servedFrom = now + costs.of(core, task);
    core.turn = task.turn;
    ran(core, task);
  }

  private void begin(VirtualCore core, TaskCell task) {
    limit.turn(task, this);
    Envelope message = task.peek();
    task.inTurn = true;
    task.turn = ++turns;
    task.owed = 0;
    task.served = 0;
    core.turn = task.turn;
    core.servedFrom = now;
    if (trace.isOn()) {
      trace.taken(now, task.id(), core.number, book.nextMessage(task));
    }
    ready.begun(task);
    currentCore = core;
    handle(task);
    currentCore = null;
    task.deferring = false;
    if (message != null) {
      ran(core, task);
    }
  }

  @Override
  void beforeMessage(TaskCell task, Envelope message) {
    if (costs.any() || task.profile.hasCosts()) {
      charge(onCore(), task, message);
    }
  }

  private void charge(VirtualCore core, TaskCell task, Envelope message) {
    core.servedFrom = now + costs.of(core, task);
    task.owed += task.typeOf(message.message(), book.types).costNanos() + costs.ipc(task, message);
    task.deferring = task.owed > 0 || core.servedFrom > now;
  }

  private static void ran(VirtualCore core, TaskCell task) {
    core.last = task;
    task.lastCore = core.number;
  }

  private void completeAtOnce(VirtualCore core, TaskCell task) {
    core.task = null;
    Why why = task.yielding == null ? Why.COMPLETED : Why.YIELDED;
    trace.left(now, task.id(), core.number, why, 0);
    ready.policy().ran(task, 0);
    task.inTurn = false;
    lastWork = now;
    book.afterTurn(task);
  }

  private TaskCell leave(VirtualCore core, Why why) {
    TaskCell task = core.running();
    long used = now - core.since;
    task.served = core.servedAt(now);
    task.cpu += used;
    core.task = null;
    cores.becomeIdle(core);
    trace.left(now, task.id(), core.number, why, used);
    ready.policy().ran(task, used);
    return task;
  }

  private long end(long from, TaskCell task) {
    Duration slice = ready.policy().slice(task);
    if (slice.equals(Policy.UNLIMITED)) {
      return FOREVER;
    }
    if (slice.isZero() || slice.isNegative()) {
      throw new IllegalStateException("policy gave " + task.name() + " a slice of " + slice);
    }
    return Math.addExact(from, slice.toNanos());
  }

  @Override
  public void abort(Task aborted) {
    TaskCell task = (TaskCell) aborted;
    if (task.inTurn && task != current) {
      cores
          .runningOn(task)
          .ifPresentOrElse(core -> leave(core, Why.ABORTED), () -> abortWaiting(task));
      task.effects.clear();
      task.yielding = null;
      task.inTurn = false;
      book.afterTurn(task);
    }
  }

  private void abortWaiting(TaskCell task) {
    ready.gone(task);
    trace.left(now, task.id(), task.lastCore, Why.ABORTED, 0);
  }

  // --- preemption ---

  private boolean preemption() {
    if (ready.size() == 0 || cores.noneBusy()) {
      return false;
    }
    limit.event(this);
    VirtualCore victim = new Victim(ready.policy(), now).among(cores, ready.queues());
    if (victim == null) {
      return false;
    }
    ready.preempted(leave(victim, Why.PREEMPTED));
    return true;
  }

  // --- effects and time ---

  @Override
  void defer(TaskCell task, Runnable action) {
    task.effects.addLast(new Effect(task.owed, action));
  }

  @Override
  public void consume(long nanos) {
    TaskCell task = inTurn();
    task.owed = Math.addExact(task.owed, nanos);
    task.deferring = task.deferring || nanos > 0;
  }

  @Override
  public Clock taskClock() {
    return taskClock;
  }

  private long taskNanos() {
    TaskCell task = current;
    return task == null ? now : onCore().servedFrom + task.owed;
  }

  @SuppressWarnings("NullAway") // there is a core while a handler runs
  private VirtualCore onCore() {
    return currentCore;
  }

  /** Random numbers for what Pekko draws: a stream a task, and one for all that is no task. */
  Random draws() {
    TaskCell task = current == null ? acting : current;
    if (task == null) {
      return systemDraws;
    }
    Random known = task.draws;
    if (known == null) {
      known = Draws.of(streams, task.name());
      task.draws = known;
    }
    return known;
  }

  @Override
  public Cancellable after(Duration delay, Runnable event) {
    return schedule(delay.toNanos(), 0, event);
  }

  @Override
  VirtualTimer schedule(long delay, long interval, Runnable event) {
    VirtualTimer timer = new VirtualTimer(timers, event, interval);
    act(() -> timers.add(timer, Math.addExact(now, Math.max(0, delay))));
    return timer;
  }

  // --- the outside ---

  /** Whom the outside is, and what becomes of leaks, when not the default; before {@link #run}. */
  void gate(Gate other) {
    gate = other;
  }

  @Override
  void fromOutside(Runnable action) {
    enter(action, null);
  }

  @Override
  void sentFromOutside(ActorCell receiver, Runnable action) {
    enter(action, receiver.self());
  }

  private void enter(Runnable action, @Nullable ActorRef receiver) {
    if (gate.admits(running, receiver, now)) {
      outside.push(action);
      gate.admitted();
    }
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
    try {
      boolean more = true;
      while (more && !done.getAsBoolean()) {
        more = step() || advance(FOREVER);
      }
    } catch (RuntimeException thrown) {
      broken(thrown);
    }
  }

  /** Boot: all system work, and no task, while the clock stands. */
  void runSystemWork() {
    enter();
    boolean more = true;
    while (more) {
      more = outside.takeIn() || systemWork();
    }
  }

  @Override
  public void close() {
    leave();
  }

  /** The calling thread is no longer the machine. */
  void leave() {
    thread = null;
    CurrentEngine.set(null);
  }

  /** {@code creator} makes the system of this engine; null when that is done. */
  void createdBy(@Nullable Thread creator) {
    this.creator = creator;
  }

  @Override
  boolean isServedBy(Thread worker) {
    return worker == thread || worker == creator;
  }

  /** Whether there is something from outside, or the end. */
  boolean hasWord() {
    return halted || !outside.isEmpty();
  }

  @Override
  public long lastWork() {
    return cores.noneBusy() ? lastWork : now;
  }

  @Override
  public void haltWhenQuiet() {
    haltWhenQuiet = true;
  }
}
