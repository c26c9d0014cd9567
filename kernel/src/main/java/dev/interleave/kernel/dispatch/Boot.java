package dev.interleave.kernel.dispatch;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.trace.Trace;
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
    return create(machine, policy, trace, Thread.currentThread().getContextClassLoader(), system);
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
    Prepared.orReport();
    Boot boot = new Boot(Engine.of(machine, policy, trace));
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
