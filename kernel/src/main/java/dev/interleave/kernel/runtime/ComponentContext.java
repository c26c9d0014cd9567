package dev.interleave.kernel.runtime;

import dev.interleave.kernel.Device;
import dev.interleave.kernel.DriverContext;
import dev.interleave.kernel.Emitted;
import dev.interleave.kernel.InterruptLine;
import dev.interleave.kernel.Outlet;
import dev.interleave.kernel.Program;
import dev.interleave.kernel.ProgramContext;
import dev.interleave.kernel.Stopwatch;
import dev.interleave.kernel.TaskContext;
import dev.interleave.kernel.dispatch.Engine;
import dev.interleave.kernel.policy.Task;
import dev.interleave.kernel.time.Clock;
import dev.interleave.kernel.trace.TaskAccount;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.jspecify.annotations.Nullable;

/** The context of one component or of a child of one. */
final class ComponentContext<M> implements DriverContext<M>, ProgramContext<M>, Metered {
  private static final long MOST_CONSUMED = 1L << 62;

  private final ActorContext<Object> actor;
  private final Running run;
  private final Identity identity;
  private final Task task;
  private List<InterruptLine> lines = List.of();
  private @Nullable Questions<M> questions;
  private boolean begun;
  private int life;
  private @Nullable RandomGenerator random;

  ComponentContext(ActorContext<Object> actor, Running run, Identity identity) {
    this.actor = actor;
    this.run = run;
    this.identity = identity;
    this.task = taskOf(self());
  }

  private ActorRef<Object> self() {
    return actor.getSelf();
  }

  private Task taskOf(ActorRef<?> reference) {
    Task task = run.engine().task(Adapter.toClassic(reference));
    if (task == null) {
      throw new IllegalStateException(reference + " is no task");
    }
    return task;
  }

  Running run() {
    return run;
  }

  Task task() {
    return task;
  }

  @Override
  @SuppressWarnings("unchecked") // one actor, seen with its protocol and with the kernel's signals
  public ActorContext<M> actor() {
    return (ActorContext<M>) (ActorContext<?>) actor;
  }

  @Override
  public String name() {
    return identity.name();
  }

  @Override
  public long instance() {
    return identity.instance();
  }

  @Override
  public Clock clock() {
    return run.engine().taskClock();
  }

  @Override
  public RandomGenerator random() {
    RandomGenerator known = random;
    if (known == null) {
      known = run.engine().streams().stream(identity.stream());
      random = known;
    }
    return known;
  }

  @Override
  public void consume(Duration cpu) {
    if (cpu.isNegative() || cpu.compareTo(Duration.ofNanos(MOST_CONSUMED)) > 0) {
      throw new IllegalArgumentException("cannot consume " + cpu + " of CPU time");
    }
    run.engine().consume(cpu.toNanos());
  }

  @Override
  @SuppressWarnings("unchecked") // checked by the wiring
  public <T> ActorRef<T> connect(String name, Class<T> protocol) {
    ActorRef<Object> target = run.wiring().capability(name(), uses(), name);
    run.wiring().checkProtocol(name, protocol);
    return (ActorRef<T>) (ActorRef<?>) target;
  }

  @Override
  public List<String> uses() {
    return identity.uses();
  }

  @Override
  public Behavior<M> yield(Supplier<Behavior<M>> resume) {
    return yielded(resume, null, false);
  }

  @Override
  public Behavior<M> yieldTo(ActorRef<?> next, Supplier<Behavior<M>> resume) {
    return yielded(resume, Adapter.toClassic(next), false);
  }

  @Override
  public Behavior<M> yieldServing(Supplier<Behavior<M>> resume) {
    return yielded(resume, null, true);
  }

  private Behavior<M> yielded(
      Supplier<? extends Behavior<?>> resume,
      org.apache.pekko.actor.@Nullable ActorRef next,
      boolean serving) {
    run.engine().yieldTurn(new Signals.Resume(resume), next, serving);
    return Behaviors.same();
  }

  @Override
  public <T> Behavior<M> emit(Outlet<T> outlet, T item, Supplier<Behavior<M>> resume) {
    Outflow<T> flow = (Outflow<T>) outlet;
    flow.send(item);
    if (flow.hasDemand()) {
      return this.yield(resume);
    }
    flow.await(resume);
    return Behaviors.same();
  }

  Behavior<M> demanded(Outflow<?> outlet, long items) {
    Supplier<? extends Behavior<?>> resume = outlet.demanded(items);
    return resume == null ? Behaviors.same() : yielded(resume, null, false);
  }

  @Override
  public <T> Outlet<T> outlet(ActorRef<Emitted<T>> consumer) {
    return new Outflow<>(actor, self(), consumer);
  }

  @Override
  public <C> Behavior<C> child(Function<TaskContext<C>, Behavior<C>> start) {
    Recovery recovery = new Recovery.Escalate(Adapter.toClassic(self()), life);
    return ComponentActor.child(run, identity, start, recovery);
  }

  /** Which life of the component this is, from 0. */
  int life() {
    return life;
  }

  void endOfLife() {
    life++;
    unplugAll();
  }

  @Override
  public Meters meters() {
    return new Meters(run.engine(), task);
  }

  @Override
  public void measureSince(String metric, Duration since) {
    Engine engine = run.engine();
    engine.act(() -> meters().measure(metric, engine.clock().nanos() - since.toNanos()));
  }

  @Override
  public Stopwatch stopwatch() {
    long sent = task().released();
    long since = begun ? sent : Math.min(sent, identity.arrivedAt());
    return new EngineStopwatch(run.engine(), meters(), since);
  }

  /** The first turn is over. */
  void begun() {
    begun = true;
  }

  @Override
  public List<TaskAccount> accounts() {
    return run.accountsNow();
  }

  // --- a driver's ---

  @Override
  public InterruptLine device(Device device, LongFunction<M> onInterrupt) {
    Interrupts<M> line = new Interrupts<>(run.engine(), self(), task(), device, onInterrupt);
    RandomGenerator stream = run.engine().streams().stream(name() + "/device");
    run.lines().add(line);
    lines = Stream.concat(lines.stream(), Stream.of(line)).toList();
    device.plug(new MachineBus(run.engine(), name(), line, meters(), run.host(), stream));
    return line;
  }

  void unplugAll() {
    lines.forEach(InterruptLine::unplug);
    lines.forEach(run.lines()::remove);
    lines = List.of();
  }

  @Override
  public void save(Object state) {
    run.wiring().save(name(), state);
  }

  @Override
  public <S> Optional<S> restore(Class<S> type) {
    return run.wiring().restore(name(), type);
  }

  // --- a program's ---

  @Override
  public void exit() {
    run.guardian().tell(new Guardian.Exit());
  }

  @Override
  public <R> void ask(
      String target,
      Function<ActorRef<R>, Object> request,
      Function<R, M> onReply,
      Function<String, M> onFailure) {
    ActorRef<Object> to = run.wiring().capability(name(), uses(), target);
    questions().ask(to, request, onReply, onFailure);
  }

  Questions<M> questions() {
    Questions<M> known = questions;
    if (known == null) {
      known = new Questions<>(actor, self(), run.asks());
      questions = known;
    }
    return known;
  }

  @Override
  public void tell(String target, Object request) {
    run.wiring().capability(name(), uses(), target).tell(request);
  }

  @Override
  public void lock(String lock, M onGranted) {
    run.guardian().tell(new Guardian.Lock(lock, self(), new Signals.Come(onGranted)));
  }

  @Override
  public void unlock(String lock) {
    run.guardian().tell(new Guardian.Unlock(lock, self()));
  }

  @Override
  public void fork(String name, Program<?> child, M onEnd) {
    ActorRef<?> reference =
        actor.spawn(ComponentActor.forked(run, identity.child(name), child), name);
    actor.watchWith(reference, new Signals.Come(onEnd));
  }

  Engine engine() {
    return run.engine();
  }
}
