package dev.interleave.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Event;
import dev.interleave.stage.Doing;
import dev.interleave.stage.Scene;
import dev.interleave.stage.Telling;
import java.time.Duration;
import java.util.function.BiFunction;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drivers that throw what is unusual, or where it is. */
@Timeout(60)
class ThrowingDriversTest {
  private static final String ALL = "dev.interleave.stage.Machines#all";

  /** What says nothing of itself. */
  private static final class Untold extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String toString() {
      throw new IllegalStateException("not even this");
    }
  }

  private static Scene scene(
      Machine machine, BiFunction<DriverContext<String>, String, Behavior<String>> handler) {
    return new Scene(machine, new Fifo())
        .until(Duration.ofSeconds(30))
        .driver("driver", Doing.each(handler))
        .program("teller", Telling.all("driver now"), "driver");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void anErrorInSubmittedWorkEndsTheRunInWords(Machine machine) {
    Runnable work =
        () -> {
          throw new StackOverflowError("deep");
        };
    Outcome outcome =
        scene(
                machine,
                (context, message) -> {
                  context.actor().getExecutionContext().execute(work);
                  return Behaviors.same();
                })
            .run();
    assertThat(outcome.end()).isEqualTo(Outcome.End.FAILED);
    assertThat(outcome.failure().orElseThrow())
        .startsWith("java.lang.StackOverflowError: deep (")
        .contains("ThrowingDriversTest.java");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void whatCannotBeToldIsACrashAsAnyOther(Machine machine) {
    Scene scene =
        scene(
            machine,
            (context, message) -> {
              throw new Untold();
            });
    scene.played();
    assertThat(scene.events(Event.Crashed.class))
        .extracting(Event.Crashed::reason)
        .containsExactly(Untold.class.getName() + ", which cannot be told");
  }
}
