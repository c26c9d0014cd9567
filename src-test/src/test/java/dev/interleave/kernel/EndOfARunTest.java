package dev.interleave.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Event;
import dev.interleave.stage.Doing;
import dev.interleave.stage.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EndOfARunTest {
  private static final String ALL = "dev.interleave.stage.Machines#all";

  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  /** Consumes, then ends itself, or the run. */
  private record Visit(Duration cpu, boolean exits) implements Program<String> {
    @Override
    public Behavior<String> start(ProgramContext<String> context) {
      context.consume(cpu);
      if (exits) {
        context.exit();
        return Behaviors.ignore();
      }
      return Behaviors.stopped();
    }
  }

  private Doing ticking() {
    return new Doing(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerAtFixedRate("tick", ms(10));
                  return Behaviors.receiveMessage(
                      tick -> {
                        seen.add(tick);
                        return Behaviors.same();
                      });
                }));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void itIsFinishedWhenEveryProgramIs(Machine machine) {
    Outcome outcome =
        new Scene(machine, new Fifo())
            .driver("clock", ticking())
            .program("a", new Visit(ms(1), false))
            .program("b", new Visit(ms(2), false))
            .run();
    assertThat(outcome.end()).isEqualTo(Outcome.End.FINISHED);
    assertThat(outcome.failure()).isEmpty();
  }

  @Test
  void elapsedIsTheEndOfTheLastWork() {
    Outcome outcome =
        new Scene(Machine.Simulated.of(2, 1), new Fifo())
            .driver("clock", ticking())
            .program("a", new Visit(ms(1), false))
            .program("b", new Visit(ms(4), false))
            .run();
    assertThat(outcome.elapsed()).isEqualTo(ms(4));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void exitEndsItAtOnce(Machine machine) {
    Outcome outcome =
        new Scene(machine, new Fifo())
            .driver("clock", ticking())
            .program("a", new Visit(ms(1), true))
            .program("b", new Visit(ms(1), true))
            .run();
    assertThat(outcome.end()).isEqualTo(Outcome.End.EXITED);
    if (machine instanceof Machine.Simulated) {
      assertThat(outcome.elapsed()).isEqualTo(ms(1));
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void exitDoesNotHideThatADriverCannotStart(Machine machine) {
    CountDownLatch starting = new CountDownLatch(1);
    Doing slow =
        new Doing(
            context -> {
              starting.countDown();
              context.consume(ms(30));
              throw new IllegalArgumentException("no such device");
            });
    Outcome outcome =
        new Scene(machine, new Fifo())
            .driver("slow", slow)
            .program("a", new Leaving(starting))
            .run();
    assertThat(outcome.end()).isEqualTo(Outcome.End.FAILED);
    assertThat(outcome.failure()).contains("slow cannot start: no such device");
  }

  /** Ends the run as soon as another start has begun. */
  private record Leaving(CountDownLatch begun) implements Program<String> {
    @Override
    public Behavior<String> start(ProgramContext<String> context) {
      try {
        begun.await();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      context.exit();
      return Behaviors.ignore();
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void untilEndsIt(Machine machine) {
    Outcome outcome = new Scene(machine, new Fifo()).driver("clock", ticking()).until(ms(55)).run();
    assertThat(outcome.end()).isEqualTo(Outcome.End.UNTIL);
    assertThat(outcome.elapsed()).isEqualTo(ms(55));
    if (machine instanceof Machine.Simulated) {
      assertThat(seen).hasSize(5);
    }
  }

  @Test
  void whatIsDueAtUntilStillHappens() {
    new Scene(Machine.Simulated.of(1, 1), new Fifo())
        .driver("clock", ticking())
        .until(ms(50))
        .run();
    assertThat(seen).hasSize(5);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void untilZeroBootsAndStopsAtZero(Machine machine) {
    Outcome outcome =
        new Scene(machine, new Fifo()).driver("clock", ticking()).until(Duration.ZERO).run();
    assertThat(outcome.end()).isEqualTo(Outcome.End.UNTIL);
    assertThat(outcome.elapsed()).isZero();
    if (machine instanceof Machine.Simulated) {
      assertThat(seen).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void theLastEventSaysThatItIsOver(Machine machine) {
    Scene scene = new Scene(machine, new Fifo()).program("a", new Visit(ms(1), false));
    scene.run();
    assertThat(scene.events().get(scene.events().size() - 1))
        .isInstanceOfSatisfying(
            Event.Halted.class, halted -> assertThat(halted.why()).isEqualTo("FINISHED"));
  }

  @Test
  void nothingToDoOnVirtualTimeIsTheEnd() {
    Outcome outcome =
        new Scene(Machine.Simulated.of(1, 1), new Fifo())
            .driver("idle", new Doing(context -> Behaviors.ignore()))
            .run();
    assertThat(outcome.end()).isEqualTo(Outcome.End.FINISHED);
    assertThat(outcome.elapsed()).isZero();
  }
}
