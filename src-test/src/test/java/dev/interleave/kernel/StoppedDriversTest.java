package dev.interleave.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.stage.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoppedDriversTest {
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  private record Question(ActorRef<String> replyTo) {}

  private record Asking(List<String> seen) implements Program<String> {
    @Override
    public Behavior<String> start(ProgramContext<String> context) {
      context.<String>ask("driver", Question::new, answer -> answer, reason -> reason);
      return Behaviors.receiveMessage(
          heard -> {
            seen.add(heard);
            return Behaviors.stopped();
          });
    }
  }

  /** Owes the first an answer, and stops when the second comes. */
  private record Quitter() implements Driver<Question> {
    @Override
    public Behavior<Question> start(DriverContext<Question> context) {
      return Behaviors.receiveMessage(
          first -> Behaviors.receiveMessage(second -> Behaviors.stopped()));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.interleave.stage.Machines#all")
  void whoAsksADriverThatStopsHearsOfIt(Machine machine) {
    new Scene(machine, new Fifo())
        .driver("driver", new Quitter())
        .program("one", new Asking(seen), "driver")
        .program("two", new Asking(seen), "driver")
        .program("three", new Asking(seen), "driver")
        .until(Duration.ofSeconds(20))
        .played();
    assertThat(seen)
        .hasSize(3)
        .allMatch(
            heard ->
                heard.endsWith("driver has stopped") || heard.endsWith("nobody is there to answer"))
        .anyMatch(heard -> heard.endsWith("nobody is there to answer"));
  }
}
