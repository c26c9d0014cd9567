package dev.interleave.kernel.anysystem;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.interleave.kernel.Outcome;
import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import scala.concurrent.ExecutionContext;

/** Where something is thrown that is no failure of an actor. */
@Timeout(60)
class ThrowingTest {
  private static final Config QUIET =
      ConfigFactory.parseString("pekko { loglevel = OFF, stdout-loglevel = OFF }");

  /** Through both doors. */
  private static List<Simulation> runs(Behavior<String> guardian) {
    return List.of(
        Simulation.of(guardian).config(QUIET).run(),
        SimulatedRun.of(
                ActorSystem.create(
                    guardian,
                    "throwing",
                    QUIET.withFallback(ConfigFactory.load("interleave-simulated"))))
            .await());
  }

  @Test
  void anErrorInTheSetUpOfTheGuardianEndsTheRunInWords() {
    assertThat(
            runs(
                Behaviors.setup(
                    context -> {
                      throw new StackOverflowError("deep");
                    })))
        .allSatisfy(
            run -> {
              assertThat(run.end()).isEqualTo(Outcome.End.FAILED);
              assertThat(run.failure().orElseThrow())
                  .startsWith("java.lang.StackOverflowError: deep (");
            });
  }

  @Test
  void anInterruptedSetUpIsAFailedActorAndNothingElse() {
    Behavior<String> interrupted =
        Behaviors.setup(
            context -> {
              throw new InterruptedException("stop that");
            });
    Behavior<String> guardian =
        Behaviors.setup(
            context -> {
              context.watch(context.spawn(interrupted, "interrupted"));
              return Behaviors.receive(String.class)
                  .onSignal(Terminated.class, gone -> Behaviors.stopped())
                  .build();
            });
    assertThat(runs(guardian))
        .allSatisfy(run -> assertThat(run.end()).isEqualTo(Outcome.End.FINISHED));
  }

  /** Runs what a timer brings in the timer's own place. */
  private enum InPlace implements ExecutionContext {
    IN_PLACE;

    @Override
    public void execute(Runnable runnable) {
      runnable.run();
    }

    @Override
    public void reportFailure(Throwable cause) {
      throw new AssertionError(cause);
    }
  }

  private static final class Untold extends Error {
    private static final long serialVersionUID = 1;

    @Override
    public String toString() {
      throw new IllegalStateException("not even this");
    }
  }

  @Test
  void anErrorThatCannotBeToldIsToldByItsClass() {
    Behavior<String> guardian =
        Behaviors.setup(
            context -> {
              context
                  .getSystem()
                  .scheduler()
                  .scheduleOnce(
                      Duration.ofSeconds(1),
                      () -> {
                        throw new Untold();
                      },
                      InPlace.IN_PLACE);
              return Behaviors.empty();
            });
    assertThat(runs(guardian))
        .allSatisfy(
            run ->
                assertThat(run.failure().orElseThrow())
                    .startsWith(Untold.class.getName() + ", which cannot be told ("));
  }
}
