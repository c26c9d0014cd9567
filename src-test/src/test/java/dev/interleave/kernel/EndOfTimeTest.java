package dev.interleave.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.RoundRobin;
import dev.interleave.kernel.trace.Event;
import dev.interleave.stage.Doing;
import dev.interleave.stage.Scene;
import dev.interleave.stage.Telling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Times that cannot be: negative ones, and beyond the 292 years that virtual time has. */
@Timeout(60)
class EndOfTimeTest {
  private static final String ALL = "dev.interleave.stage.Machines#all";

  private static Duration years(long years) {
    return Duration.ofDays(years * 365);
  }

  private record Job(Duration cpu) implements Program<String> {
    @Override
    public Behavior<String> start(ProgramContext<String> context) {
      context.consume(cpu);
      return Behaviors.stopped();
    }
  }

  /** The reasons why a driver crashed that consumes {@code cpu} once. */
  private static List<String> crashes(Machine machine, Duration cpu) {
    Doing driver =
        Doing.each(
            (context, message) -> {
              context.consume(cpu);
              return Behaviors.same();
            });
    Scene scene = new Scene(machine, new Fifo()).driver("driver", driver);
    scene.program("teller", Telling.all("driver now"), "driver").played();
    return scene.events(Event.Crashed.class).stream().map(Event.Crashed::reason).toList();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void toConsumeNegativeTimeIsACrash(Machine machine) {
    assertThat(crashes(machine, Duration.ofMillis(-1)))
        .singleElement()
        .asString()
        .contains("cannot consume PT-0.001S of CPU time");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void toConsumeThreeHundredYearsIsACrash(Machine machine) {
    assertThat(crashes(machine, years(300)))
        .singleElement()
        .asString()
        .contains("cannot consume PT2628000H of CPU time");
  }

  @Test
  void aTurnThatWouldGoOnBeyondTheEndOfTimeIsACrash() {
    Scene scene = new Scene(Machine.Simulated.of(1, 1), new Fifo());
    for (String name : List.of("first", "second", "third")) {
      scene.program(name, new Job(years(140)));
    }
    Outcome outcome = scene.run();
    assertThat(outcome.end()).isEqualTo(Outcome.End.FAILED);
    assertThat(outcome.failure().orElseThrow())
        .contains("third", "beyond the end of virtual time, 292 years after boot");
    assertThat(outcome.elapsed()).isEqualTo(years(280));
  }

  @Test
  void soItIsForOneThatWasCut() {
    Scene scene = new Scene(Machine.Simulated.of(1, 1), new RoundRobin(years(1)));
    for (String name : List.of("first", "second", "third")) {
      scene.program(name, new Job(years(140)));
    }
    Outcome outcome = scene.run();
    assertThat(outcome.end()).isEqualTo(Outcome.End.FAILED);
    assertThat(outcome.failure().orElseThrow()).contains("goes on beyond the end of virtual time");
  }

  @Test
  void aTickBeyondTheEndOfTimeNeverComes() {
    List<Duration> ticks = new ArrayList<>();
    Doing clock =
        new Doing(
            context ->
                Behaviors.withTimers(
                    timers -> {
                      timers.startTimerAtFixedRate("tick", years(100));
                      return Behaviors.receiveMessage(
                          tick -> {
                            ticks.add(context.clock().sinceBoot());
                            return Behaviors.same();
                          });
                    }));
    Scene scene = new Scene(Machine.Simulated.of(1, 1), new Fifo()).driver("clock", clock).played();
    assertThat(ticks).containsExactly(years(100), years(200));
    assertThat(scene.events(Event.Crashed.class)).isEmpty();
  }
}
