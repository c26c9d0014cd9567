package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.time.Clock;
import dev.interleave.kernel.trace.Event.Why;
import dev.interleave.kernel.trace.Trace;
import org.apache.pekko.dispatch.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * The turns on the virtual cores: how they begin, owe CPU time, are cut, go on and end. A handler
 * runs in one go when its task first gets a core; what it did after having consumed CPU time waits
 * as an {@link Effect} until that has been served. Not threadsafe.
 */
final class VirtualTurns {
  private final SimulatedEngine engine;
  private final BusyCores cores;
  private final SwitchCosts costs;
  private final InstantLimit limit;
  private final Bookkeeping book;
  private final ReadyTasks ready;
  private final Policy policy;
  private final Slices slices;
  private final Trace trace;
  private final Clock clock;
  private @Nullable VirtualCore handling;
  private long lastEnd;
  private long taken;
  private long dispatches;

  VirtualTurns(SimulatedEngine engine, Machine.Simulated machine, InstantLimit limit) {
    this.engine = engine;
    this.cores = new BusyCores(machine.cores());
    this.costs = new SwitchCosts(machine);
    this.limit = limit;
    this.book = engine.book;
    this.ready = engine.ready;
    this.policy = engine.ready.policy();
    this.slices = new Slices(policy);
    this.trace = engine.trace;
    this.clock = engine.clock;
  }

  // --- what happens at an instant, in this order ---

  /**
   * Effects that fall due and turns that are served in full, one after the other while nothing
   * comes before the next; false when there is none now.
   */
  boolean completions() {
    long now = clock.nanos();
    boolean any = false;
    for (VirtualCore core = cores.next();
        core != null && core.completesAt(now) && (!any || engine.nothingBefore());
        core = cores.next()) {
      completion(core);
      any = true;
    }
    return any;
  }

  private void completion(VirtualCore core) {
    Effect effect = core.running().takeEffect();
    if (effect == null) {
      complete(core);
    } else {
      happen(core, effect);
    }
  }

  private void happen(VirtualCore core, Effect effect) {
    engine.acting = core.running();
    effect.happen();
    engine.acting = null;
    long now = clock.nanos();
    plan(core, now);
    if (!core.completesAt(now)) {
      cores.planned(core); // else it is heard of next as before
    }
  }

  private void complete(VirtualCore core) {
    end(leave(core, why(core.running())));
  }

  /** Slices end, all of this instant in the order of dispatch; false when none does. */
  boolean sliceEnds() {
    long now = clock.nanos();
    VirtualCore core = cores.next();
    if (core == null || core.nextAt > now) {
      return false;
    }
    if (core.phase == VirtualCore.Phase.SWITCHED) {
      replan(core);
      return true;
    }
    boolean leaves = ready.size() > 0 || policy.evicts();
    for (; core != null && core.endsSliceAt(now); core = cores.next()) {
      if (leaves) {
        ready.expired(leave(core, Why.EXPIRED));
      } else {
        core.sliceEnd = slices.end(now, core.running());
        replan(core);
      }
    }
    return true;
  }

  /**
   * Idle cores take turns, the lowest first, while nothing else is due between them; false when
   * there is no task for an idle core.
   */
  boolean idleCoresTakeTurns() {
    boolean any = idleCoreTakesTurn();
    while (any && engine.nothingElse() && idleCoreTakesTurn()) {}
    return any;
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

  /** A more urgent task takes the core of another one; false when none does. */
  boolean preemption() {
    if (ready.size() == 0 || cores.noneBusy() || engine.failure() != null) {
      return false; // a failed run only comes to rest, whatever broke it
    }
    VirtualCore victim = new Victim(policy, clock.nanos()).among(cores, ready.queues());
    if (victim == null) {
      return false;
    }
    ready.preempted(leave(victim, Why.PREEMPTED));
    return true;
  }

  /** When a core is heard of next; {@link Long#MAX_VALUE} when all are idle. */
  long nextAt() {
    VirtualCore core = cores.next();
    return core == null ? VirtualTime.NEVER : core.nextAt;
  }

  boolean allIdle() {
    return cores.noneBusy();
  }

  /** When the last work ended; the present while there is some. */
  long lastWork() {
    return cores.noneBusy() ? lastEnd : clock.nanos();
  }

  // --- a turn begins ---

  private void take(VirtualCore core, TaskCell task) {
    core.task = task;
    core.dispatch = ++dispatches;
    core.since = clock.nanos();
    if (task.inTurn) {
      resume(core, task);
    } else {
      begin(core, task);
    }
    if (core.servedFrom == core.since && task.owesNothing()) {
      completeAtOnce(core, task);
    } else {
      core.sliceEnd = slices.end(core.servedFrom, task);
      plan(core, core.since);
      cores.becomeBusy(core);
    }
  }

  private void resume(VirtualCore core, TaskCell task) {
    limit.turn(task, engine);
    trace.resumed(core.since, task.id(), core.number);
    ready.begun(task);
    core.servedFrom = core.since + costs.of(core, task);
    core.turn = task.turn;
    core.ran(task);
  }

  private void begin(VirtualCore core, TaskCell task) {
    limit.turn(task, engine);
    boolean plain = book.beginTurn(task);
    task.beginTurn(++taken);
    core.turn = taken;
    core.servedFrom = core.since;
    if (trace.isOn()) {
      trace.taken(core.since, task.id(), core.number, book.messageOfTurn(task));
    }
    ready.begun(task);
    handle(core, task, plain);
  }

  private void handle(VirtualCore core, TaskCell task, boolean plain) {
    handling = core;
    engine.handle(task, plain);
    handling = null;
    task.deferring = false;
    Thread.interrupted(); // an interrupt is for the handler in which it came, for no other
    if (task.takesMessage) {
      core.ran(task);
    }
  }

  /** The fixed costs of a message come before its handler. */
  void charge(TaskCell task, Envelope message) {
    if (costs.any() || task.profile.hasCosts()) {
      VirtualCore core = core();
      core.servedFrom = core.since + costs.of(core, task);
      task.owed += costs.ofMessage(task.typeOf(message.message(), book.types));
      task.deferring = task.owed > 0 || core.servedFrom > core.since;
    }
  }

  /** The own time of {@code task}, whose handler runs. */
  long ownTime(TaskCell task) {
    return core().servedFrom + task.owed;
  }

  @SuppressWarnings("NullAway") // there is a core while a handler runs
  private VirtualCore core() {
    return handling;
  }

  private void replan(VirtualCore core) {
    plan(core, clock.nanos());
    cores.planned(core);
  }

  private void plan(VirtualCore core, long now) {
    if (!core.plan(now)) {
      engine.fail(core.running().name() + " goes on beyond " + VirtualTime.END);
    }
  }

  // --- a turn ends or is cut ---

  private void completeAtOnce(VirtualCore core, TaskCell task) {
    core.task = null;
    trace.left(core.since, task.id(), core.number, why(task), 0);
    policy.ran(task, 0);
    end(task);
  }

  private static Why why(TaskCell task) {
    return task.yielding == null ? Why.COMPLETED : Why.YIELDED;
  }

  private void end(TaskCell task) {
    task.inTurn = false;
    lastEnd = clock.nanos();
    book.afterPlainTurn(task);
  }

  private TaskCell leave(VirtualCore core, Why why) {
    long now = clock.nanos();
    TaskCell task = core.running();
    long used = now - core.since;
    task.served = core.servedAt(now);
    task.cpu += used;
    core.task = null;
    cores.becomeIdle(core);
    trace.left(now, task.id(), core.number, why, used);
    policy.ran(task, used);
    return task;
  }

  /** Cuts off the turn of {@code task} for good, wherever it is. */
  void abort(TaskCell task) {
    cores
        .runningOn(task)
        .ifPresentOrElse(core -> leave(core, Why.ABORTED), () -> abortWaiting(task));
    task.dropEffects();
    task.yielding = null;
    task.inTurn = false;
    book.afterTurn(task);
  }

  private void abortWaiting(TaskCell task) {
    ready.gone(task);
    trace.left(clock.nanos(), task.id(), task.lastCore, Why.ABORTED, 0);
  }
}
