package dev.interleave.kernel.anysystem;

import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.dispatch.Engine.Halt;
import dev.interleave.kernel.dispatch.EngineScheduler;
import dev.interleave.kernel.dispatch.SystemRun;
import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.typed.ActorSystem;

/**
 * The run of an actor system that its configuration alone put into virtual time ({@code include
 * "interleave-simulated"}). Any thread may ask.
 */
public final class SimulatedRun {
  private final SystemRun run;

  private SimulatedRun(SystemRun run) {
    this.run = run;
  }

  /**
   * The run of {@code system}.
   *
   * @throws IllegalArgumentException when that is not simulated by its configuration
   */
  public static SimulatedRun of(ActorSystem<?> system) {
    if (system.classicSystem().scheduler() instanceof EngineScheduler scheduler
        && scheduler.run().isPresent()) {
      return new SimulatedRun(scheduler.run().get());
    }
    throw new IllegalArgumentException(
        system.name() + " is not simulated: its configuration lacks interleave-simulated");
  }

  /** Virtual time so far. */
  public Duration elapsed() {
    return run.elapsed();
  }

  /** The leaks so far. */
  public List<String> leaks() {
    return run.leaks();
  }

  /**
   * Waits until the system has terminated. The calling thread counts as gone meanwhile: when
   * nothing is left to do and no other thread may speak, the system is terminated, as at the end of
   * {@link Simulation.Setup#run}.
   */
  public Simulation await() {
    SystemRun.Ended ended = run.await();
    return new Simulation(
        ended.elapsed(),
        end(ended.why()),
        ended.digest(),
        ended.events(),
        ended.leaks(),
        ended.failure());
  }

  private static Outcome.End end(Halt why) {
    if (why == Halt.FAILED) {
      return Outcome.End.FAILED;
    }
    return why == Halt.UNTIL ? Outcome.End.UNTIL : Outcome.End.FINISHED;
  }
}
