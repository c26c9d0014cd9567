package dev.interleave.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.stage.Scene;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;

/** On virtual time a run in which nobody can go on is noticed. */
class WaitingForEverTest {
  private static final Duration MS = Duration.ofMillis(1);

  /** A question. */
  public record Question(ActorRef<String> replyTo) {}

  /** Answers when it is told to, or never. */
  private record Oracle(boolean answers) implements Driver<Question> {
    @Override
    public Behavior<Question> start(DriverContext<Question> context) {
      return Behaviors.receiveMessage(
          question -> {
            if (answers) {
              question.replyTo.tell("yes");
            }
            return Behaviors.same();
          });
    }
  }

  /** Asks once, and ends with the answer. */
  private record Asking() implements Program<String> {
    @Override
    public Behavior<String> start(ProgramContext<String> context) {
      context.<String>ask("oracle", Question::new, answer -> answer, failure -> failure);
      return Behaviors.receiveMessage(answer -> Behaviors.stopped());
    }
  }

  /** Takes one lock, works, and takes the other one. */
  private record Locking(String first, String second) implements Program<String> {
    @Override
    public Behavior<String> start(ProgramContext<String> context) {
      context.lock(first, "first");
      return Behaviors.receiveMessage(granted -> granted(context, granted));
    }

    private Behavior<String> granted(ProgramContext<String> context, String granted) {
      if (granted.equals("first")) {
        context.consume(MS);
        context.lock(second, "second");
        return Behaviors.same();
      }
      context.unlock(second);
      context.unlock(first);
      return Behaviors.stopped();
    }
  }

  private static Outcome asking(boolean answers) {
    return new Scene(Machine.Simulated.of(1, 1), new Fifo())
        .driver("oracle", new Oracle(answers))
        .program("curious", new Asking(), "oracle")
        .run();
  }

  private static Outcome locking(int cores, Locking a, Locking b) {
    return new Scene(Machine.Simulated.of(cores, 1), new Fifo())
        .program("a", a)
        .program("b", b)
        .run();
  }

  @Test
  void whoIsNeverAnsweredIsTold() {
    assertThat(asking(true).failure()).isEmpty();
    Outcome outcome = asking(false);
    assertThat(outcome.end()).isEqualTo(Outcome.End.FAILED);
    assertThat(outcome.failure()).contains("nobody goes on: curious waits for an answer of oracle");
  }

  @Test
  void aDeadlockIsToldWithItsCycle() {
    Outcome outcome = locking(2, new Locking("x", "y"), new Locking("y", "x"));
    assertThat(outcome.end()).isEqualTo(Outcome.End.FAILED);
    assertThat(outcome.failure())
        .contains("nobody goes on: b waits for lock x (held by a), a waits for lock y (held by b)");
  }

  @Test
  void locksThatAreTakenInOneOrderAreNone() {
    assertThat(locking(2, new Locking("x", "y"), new Locking("x", "y")).end())
        .isEqualTo(Outcome.End.FINISHED);
  }
}
