package dev.interleave.kernel.dispatch;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.trace.Trace;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorSystem;
import scala.Function0;
import scala.concurrent.BlockContext;
import scala.concurrent.BlockContext$;
import scala.concurrent.CanAwait;

/**
 * Makes an actor system on an engine. Creating a system waits for its own actors; on the simulated
 * dispatcher the creating thread runs their work meanwhile, with the clock standing.
 */
public final class Boot implements BlockContext {
  private final Engine engine;

  private Boot(Engine engine) {
    this.engine = engine;
  }

  Engine engine() {
    return engine;
  }

  /** Makes an engine for {@code machine} and a system on it, with the thread's own class loader. */
  public static <T> Booted<T> create(
      Machine machine, Policy policy, Trace trace, Function<Config, ActorSystem<T>> system) {
    return create(machine, policy, trace, engine -> {}, system);
  }

  /**
   * As above.
   *
   * @param made is told of the engine before there is a system
   */
  public static <T> Booted<T> create(
      Machine machine,
      Policy policy,
      Trace trace,
      Consumer<Engine> made,
      Function<Config, ActorSystem<T>> system) {
    ClassLoader classes = Thread.currentThread().getContextClassLoader();
    Engine engine = engine(machine, policy, trace);
    made.accept(engine);
    return create(engine, classes, system);
  }

  /**
   * As above.
   *
   * @param classes sees every {@code reference.conf} that the system's configuration rests on
   */
  public static <T> Booted<T> create(
      Machine machine,
      Policy policy,
      Trace trace,
      ClassLoader classes,
      Function<Config, ActorSystem<T>> system) {
    return create(engine(machine, policy, trace), classes, system);
  }

  private static Engine engine(Machine machine, Policy policy, Trace trace) {
    Prepared.orReport();
    return Engine.of(machine, policy, trace);
  }

  private static <T> Booted<T> create(
      Engine engine, ClassLoader classes, Function<Config, ActorSystem<T>> system) {
    Boot boot = new Boot(engine);
    Config config =
        ConfigFactory.parseResources(Boot.class, "/interleave-dispatchers.conf")
            .withFallback(ConfigFactory.load(classes));
    ActorSystem<T> made =
        BlockContext$.MODULE$.withBlockContext(boot, () -> system.apply(config.resolve()));
    boot.start();
    return new Booted<>(boot.engine, made);
  }

  /** A system and what runs it. */
  public record Booted<T>(Engine engine, ActorSystem<T> system) {}

  @Override
  public <T> T blockOn(Function0<T> thunk, CanAwait permission) {
    settle();
    return thunk.apply();
  }

  /** The guardian starts; what it throws in doing so fails the run, as later. */
  private void start() {
    try {
      settle();
    } catch (Throwable thrown) {
      engine.broken(thrown);
    }
  }

  private void settle() {
    if (engine instanceof SimulatedEngine simulated) {
      simulated.runSystemWork();
    }
  }
}
