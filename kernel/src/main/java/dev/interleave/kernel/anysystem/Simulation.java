package dev.interleave.kernel.anysystem;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueFactory;
import dev.interleave.kernel.Machine;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.config.Kind;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.Types;
import dev.interleave.kernel.dispatch.Boot;
import dev.interleave.kernel.dispatch.Engine;
import dev.interleave.kernel.dispatch.WatchedThread;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.trace.Event;
import dev.interleave.kernel.trace.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;

/**
 * One finished run of somebody's actor system in virtual time. Nothing of theirs changes:
 *
 * <pre>{@code
 * Simulation run = Simulation.of(Main.guardian()).cores(4).policy("random").seed(7).run();
 * assertThat(run.elapsed()).isEqualTo(Duration.ofMinutes(12));
 * }</pre>
 *
 * @param elapsed virtual time from the start of the guardian to the end
 * @param end why the run ended
 * @param digest of all events: equal for equal programs, settings and seeds
 * @param events what happened, in order
 * @param leaks what came from outside while the machine ran, or waited in a handler
 * @param failure the rule that was broken, when {@code end} is {@link Outcome.End#FAILED}; a leak
 *     says so
 */
public record Simulation(
    Duration elapsed,
    Outcome.End end,
    String digest,
    List<Event> events,
    List<String> leaks,
    Optional<String> failure) {

  /** The simulation of the system of which {@code guardian} is the guardian. */
  public static <T> Setup<T> of(Behavior<T> guardian) {
    return new Setup<>(guardian);
  }

  /**
   * How a system is simulated. Not threadsafe.
   *
   * @param <T> the guardian's protocol
   */
  public static final class Setup<T> {
    private final Behavior<T> guardian;
    private final List<T> messages = new ArrayList<>();
    private Policy policy = new Fifo();
    private Config config = ConfigFactory.empty();
    private Duration until = Duration.ofNanos(Long.MAX_VALUE);
    private int cores = 1;
    private long seed = 42;
    private Optional<Duration> grace = Optional.empty();

    private Setup(Behavior<T> guardian) {
      this.guardian = guardian;
    }

    /** How many virtual cores; 1 without. */
    public Setup<T> cores(int number) {
      cores = number;
      return this;
    }

    /** What every random draw derives from; 42 without. */
    public Setup<T> seed(long number) {
      seed = number;
      return this;
    }

    /** Which ready task gets a core next; {@link Fifo} without. */
    public Setup<T> policy(Policy chosen) {
      policy = chosen;
      return this;
    }

    /**
     * A policy by its short or class name, with its default settings.
     *
     * @throws dev.interleave.kernel.config.MistakesFound when there is none of that name
     */
    public Setup<T> policy(String name) {
      Mistakes mistakes = new Mistakes();
      ConfigObject block = ConfigValueFactory.fromMap(Map.of("type", name), "policy " + name);
      Types types = Types.load(Setup.class.getClassLoader(), mistakes);
      Optional<Policy> found =
          types
              .resolve(Kind.POLICY, block, "the policy", mistakes)
              .flatMap(typed -> typed.make(Policy.class, java.util.Set.of(), mistakes));
      mistakes.throwIfAny("policy " + name);
      policy = found.orElseThrow();
      return this;
    }

    /**
     * The end of the run at the latest, in virtual time.
     *
     * @throws IllegalArgumentException when it is negative, or after virtual time: 292 years
     */
    public Setup<T> until(Duration latest) {
      until = within("until", latest);
      return this;
    }

    private static Duration within(String what, Duration value) {
      if (value.isNegative() || value.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0) {
        throw new IllegalArgumentException(
            what + " must be at least 0 and at most 292 years, not " + value);
      }
      return value;
    }

    /**
     * How long, on the wall clock, a run that is over waits for what threads may still say that its
     * handlers made, and for futures that its actors wait for; 200 ms without. Not at all without
     * such, so that most runs never wait.
     *
     * @throws IllegalArgumentException when it is negative, or more than 292 years
     */
    public Setup<T> grace(Duration longest) {
      grace = Optional.of(within("grace", longest));
      return this;
    }

    /** The system's own configuration, above that of its {@code application.conf}. */
    public Setup<T> config(Config own) {
      config = own;
      return this;
    }

    /** A message for the guardian, at time 0; several arrive in this order. */
    public Setup<T> tell(T message) {
      messages.add(message);
      return this;
    }

    /** Runs until the guardian ends, nothing is left to do, or the latest end. */
    public Simulation run() {
      return WatchedThread.call(this::run, Setup::lost);
    }

    private Simulation run(WatchedThread<Simulation> thread) {
      Trace trace = Trace.on();
      List<Event> events = new ArrayList<>();
      trace.attach(events::add);
      Machine machine = Machine.Simulated.of(cores, seed);
      Boot.Booted<T> booted =
          Boot.create(
              machine,
              policy,
              trace,
              thread::watch,
              base -> ActorSystem.create(guardian, "simulation", config.withFallback(base)));
      grace.ifPresent(booted.engine()::grace);
      messages.forEach(booted.system()::tell);
      return finish(booted, trace, events);
    }

    private Simulation finish(Boot.Booted<T> booted, Trace trace, List<Event> events) {
      Engine engine = booted.engine();
      Engine.Halt halt = engine.run(until.toNanos());
      Duration elapsed = engine.clock().sinceBoot();
      trace.halted(elapsed.toNanos(), end(halt).name());
      String digest = trace.digest();
      trace.close();
      booted.system().terminate();
      engine.settle(() -> booted.system().whenTerminated().isCompleted());
      engine.close();
      Optional<String> failure = Optional.ofNullable(engine.failure());
      Outcome.End end = failure.isPresent() ? Outcome.End.FAILED : end(halt);
      return new Simulation(elapsed, end, digest, List.copyOf(events), leaks(failure), failure);
    }

    private static List<String> leaks(Optional<String> failure) {
      return failure.filter(it -> it.startsWith("leak: ")).stream().toList();
    }

    /** The machine stands still for ever: what is known. */
    private static Simulation lost(Engine engine) {
      Optional<String> failure = Optional.ofNullable(engine.failure());
      Duration elapsed = engine.clock().sinceBoot();
      return new Simulation(elapsed, Outcome.End.FAILED, "", List.of(), leaks(failure), failure);
    }

    private static Outcome.End end(Engine.Halt halt) {
      if (halt == Engine.Halt.FAILED) {
        return Outcome.End.FAILED;
      }
      return halt == Engine.Halt.UNTIL ? Outcome.End.UNTIL : Outcome.End.FINISHED;
    }
  }
}
