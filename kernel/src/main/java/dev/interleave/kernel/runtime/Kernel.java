package dev.interleave.kernel.runtime;

import dev.interleave.kernel.Host;
import dev.interleave.kernel.Machine;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.Plan;
import dev.interleave.kernel.dispatch.Boot;
import dev.interleave.kernel.dispatch.Engine;
import dev.interleave.kernel.dispatch.WatchedThread;
import dev.interleave.kernel.trace.Accounts;
import dev.interleave.kernel.trace.Sink;
import dev.interleave.kernel.trace.TaskAccount;
import dev.interleave.kernel.trace.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.typed.ActorSystem;
import org.jspecify.annotations.Nullable;

/**
 * The microkernel: boots a plan, runs it, drains it and halts. Life cycle: {@code boot -> running
 * -> draining -> halted}.
 */
public final class Kernel {
  private final Plan plan;
  private final Trace trace;
  private final Engine engine;
  private final ActorSystem<Guardian.Command> system;
  private final Running run;
  private final AtomicReference<Outcome.@Nullable End> asked = new AtomicReference<>();
  private @Nullable String digest;

  private Kernel(Plan plan, Trace trace, Boot.Booted<Guardian.Command> booted, Host host) {
    this.plan = plan;
    this.trace = trace;
    this.engine = booted.engine();
    this.system = booted.system();
    Accounts accounts = new Accounts();
    trace.attach(accounts);
    this.run =
        new Running(
            engine,
            new Wiring(plan),
            new StartUp(plan),
            new Asks(),
            new Locks(),
            accounts,
            host,
            new PluggedLines(),
            system);
    engine.onReject(
        (task, message) -> run.asks().fail(message, "the mailbox of " + task.name() + " is full"));
  }

  /**
   * Starts every component of {@code plan}. On the simulated dispatcher none of them has had a turn
   * when this returns.
   *
   * @param sinks take every event of the run, in order
   * @param host what the front end lends to devices
   */
  public static Kernel boot(Plan plan, List<Sink> sinks, Host host) {
    return boot(plan, sinks, host, Kernel.class.getClassLoader());
  }

  /**
   * As above.
   *
   * @param classes sees the components of the plan and their {@code reference.conf}
   */
  public static Kernel boot(Plan plan, List<Sink> sinks, Host host, ClassLoader classes) {
    Trace trace = Trace.on();
    sinks.forEach(trace::attach);
    Boot.Booted<Guardian.Command> booted =
        Boot.create(
            plan.machine(),
            plan.policy(),
            trace,
            classes,
            config ->
                ActorSystem.create(
                    Guardian.create(),
                    "interleave",
                    BootstrapSetup.create(config).withClassloader(classes)));
    return new Kernel(plan, trace, booted, host);
  }

  /**
   * What is done, once and on any thread, when every driver and every program that runs once has
   * started; before {@link #run}. It is not done when one cannot start, or when the run ends
   * before.
   */
  public void whenUp(Runnable action) {
    run.startUp().whenUp(action);
  }

  /**
   * Runs until the end and halts. On the simulated dispatcher a thread of its own is the machine,
   * so that a handler that stands still for ever fails the run and is named. Call it once.
   */
  public Outcome run() {
    return plan.machine() instanceof Machine.Simulated
        ? WatchedThread.call(this::runWatched, standing -> outcome(Engine.Halt.FAILED, 0))
        : runHere();
  }

  private Outcome runWatched(WatchedThread<Outcome> thread) {
    thread.watch(engine);
    return runHere();
  }

  private Outcome runHere() {
    engine.begin();
    run.startUp().begin();
    system.tell(new Guardian.Start(run, plan, () -> end(Outcome.End.EXITED)));
    long until = plan.until().map(Duration::toNanos).orElse(Long.MAX_VALUE);
    Engine.Halt halt = engine.run(until);
    failIfSomebodyWaitsForEver(halt);
    run.startUp().awaitBegun();
    engine.drain(() -> run.lines().unplugAll());
    List<Outcome> outcomes = new ArrayList<>();
    engine.exclusively(() -> outcomes.add(close(halt, until)));
    system.terminate();
    engine.settle(() -> system.whenTerminated().isCompleted());
    engine.close();
    return brokenSince(outcomes.get(0));
  }

  /** A rule may be broken while all that was left is stopped. */
  private Outcome brokenSince(Outcome outcome) {
    return engine.failure() == null
        ? outcome
        : new Outcome(Outcome.End.FAILED, outcome.elapsed(), Optional.of(engine.failure()));
  }

  /** On virtual time it is seen that nobody can go on; on real time the run just does not end. */
  private void failIfSomebodyWaitsForEver(Engine.Halt halt) {
    if (halt == Engine.Halt.NOTHING_LEFT && asked.get() == null) {
      List<String> waiting = new ArrayList<>(run.asks().waiting());
      waiting.addAll(run.locks().waiting());
      if (!waiting.isEmpty()) {
        engine.fail("nobody goes on: " + String.join(", ", waiting));
      }
    }
  }

  /** The outcome and the trace end with the same turn. */
  private Outcome close(Engine.Halt halt, long until) {
    Outcome outcome = outcome(halt, until);
    closeTrace(outcome);
    return outcome;
  }

  private void closeTrace(Outcome outcome) {
    engine.countLost();
    trace.halted(outcome.elapsed().toNanos(), outcome.end().name());
    digest = trace.digest();
    trace.close();
  }

  private Outcome outcome(Engine.Halt halt, long until) {
    Outcome.End end = asked.get();
    if (engine.failure() != null) {
      end = Outcome.End.FAILED;
    } else if (end == null) {
      end = halt == Engine.Halt.UNTIL ? Outcome.End.UNTIL : Outcome.End.FINISHED;
    }
    long elapsed = end == Outcome.End.UNTIL ? until : engine.lastWork();
    return new Outcome(end, Duration.ofNanos(elapsed), Optional.ofNullable(engine.failure()));
  }

  /** Any thread: ends the run in order; {@link #run} returns soon. */
  public void drain() {
    end(Outcome.End.DRAINED);
  }

  private void end(Outcome.End why) {
    asked.compareAndSet(null, why);
    engine.halt();
  }

  /** Any thread: one account a task so far. */
  public List<TaskAccount> accounts() {
    return run.accountsNow();
  }

  /** The digest of the whole trace, after a run on the simulated dispatcher; else empty. */
  public Optional<String> digest() {
    return plan.machine() instanceof Machine.Simulated
        ? Optional.ofNullable(digest)
        : Optional.empty();
  }
}
