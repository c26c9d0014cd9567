package dev.interleave.testkit.timeline;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.TaskSettings;
import dev.interleave.kernel.dispatch.Boot;
import dev.interleave.kernel.dispatch.Engine;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Task;
import dev.interleave.kernel.trace.Event;
import dev.interleave.kernel.trace.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * An actor system on an engine, with tasks that a test spawns one by one. Close it. Not threadsafe.
 */
public final class Stage implements AutoCloseable {
  private record Spawn(Behavior<?> behavior, String name, CompletableFuture<ActorRef<?>> ref) {}

  private final Trace trace;
  private final List<Event> events = new ArrayList<>();
  private final Engine engine;
  private final ActorSystem<Spawn> system;
  private boolean closed;

  /** On {@code machine}, under {@code policy}. */
  public Stage(Machine machine, Policy policy) {
    this(machine, policy, Trace.on());
  }

  /** As above; what {@code trace} records, or that it records nothing, is the caller's. */
  public Stage(Machine machine, Policy policy, Trace trace) {
    this.trace = trace;
    trace.attach(events::add);
    Boot.Booted<Spawn> booted =
        Boot.create(
            machine, policy, trace, config -> ActorSystem.create(guardian(), "stage", config));
    engine = booted.engine();
    system = booted.system();
    engine.begin();
  }

  /** On virtual cores without costs. */
  public static Stage simulated(int cores, Policy policy) {
    return new Stage(Machine.Simulated.of(cores, 1), policy);
  }

  private static Behavior<Spawn> guardian() {
    return Behaviors.receive(
        (context, spawn) -> {
          spawn.ref.complete(context.spawn(spawn.behavior, spawn.name));
          return Behaviors.same();
        });
  }

  /** What runs it. */
  public Engine engine() {
    return engine;
  }

  /** The actor system. */
  public ActorSystem<?> system() {
    return system;
  }

  /** Spawns the task {@code name} now. */
  public <M> ActorRef<M> task(String name, Behavior<M> behavior) {
    return task(name, TaskSettings.DEFAULT, behavior);
  }

  /** Spawns the task {@code name} now, treated as {@code settings} say. */
  @SuppressWarnings("unchecked") // it is the behavior that was given
  public <M> ActorRef<M> task(String name, TaskSettings settings, Behavior<M> behavior) {
    engine.profile(name, settings);
    CompletableFuture<ActorRef<?>> ref = new CompletableFuture<>();
    system.tell(new Spawn(behavior, name, ref));
    if (engine.machine() instanceof Machine.Simulated) {
      engine.run(engine.clock().nanos());
    }
    return (ActorRef<M>) ref.join();
  }

  /** What the engine knows of an actor. */
  public Task taskOf(ActorRef<?> ref) {
    return Objects.requireNonNull(engine.task(Adapter.toClassic(ref)));
  }

  /** Does {@code event} at {@code time} since boot, as a device does. */
  public void at(Duration time, Runnable event) {
    engine.after(time.minusNanos(engine.clock().nanos()), event);
  }

  /** Runs until nothing is left to do. */
  public Engine.Halt run() {
    return engine.run(Long.MAX_VALUE);
  }

  /** Uses the core; for handlers. */
  public void consume(Duration cpu) {
    engine.consume(cpu.toNanos());
  }

  /** The running task's own time. */
  public Duration ownTime() {
    return Duration.ofNanos(engine.taskClock().nanos());
  }

  /** The machine's time. */
  public Duration time() {
    return Duration.ofNanos(engine.clock().nanos());
  }

  /** What happened so far. */
  public List<Event> events() {
    trace.flush();
    return List.copyOf(events);
  }

  /** Those of one kind. */
  public <E extends Event> List<E> events(Class<E> kind) {
    return events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The digest of what happened so far. */
  public String digest() {
    return trace.digest();
  }

  /** Ends the system; once is enough. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      system.terminate();
      engine.settle(() -> system.whenTerminated().isCompleted());
      engine.close();
    }
  }
}
