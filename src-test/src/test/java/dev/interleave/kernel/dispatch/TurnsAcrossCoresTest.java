package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.RoundRobin;
import dev.interleave.testkit.timeline.Bursts;
import dev.interleave.testkit.timeline.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;

class TurnsAcrossCoresTest {
  private static final Duration MS = Duration.ofMillis(1);

  private record Go() {}

  private record Resume() implements KernelMessage {}

  private final List<String> seen = new ArrayList<>();

  /** On any message it works {@code cpu}, and then does {@code effect}. */
  private static ActorRef<Go> worker(Stage stage, String name, Duration cpu, Runnable effect) {
    return stage.task(
        name,
        Behaviors.receiveMessage(
            go -> {
              stage.consume(cpu);
              effect.run();
              return Behaviors.same();
            }));
  }

  @Test
  void workThatIsNoTasksComesBeforeTheNextCore() {
    try (Stage stage = Stage.simulated(2, new Fifo())) {
      Engine engine = stage.engine();
      Consumer<String> see = what -> engine.act(() -> seen.add(what));
      ActorRef<Go> a = worker(stage, "a", MS, () -> engine.execute(() -> seen.add("work of a")));
      ActorRef<Go> b = worker(stage, "b", MS, () -> see.accept("effect of b"));
      stage.at(MS, () -> a.tell(new Go()));
      stage.at(MS, () -> b.tell(new Go()));
      stage.run();
      assertThat(seen).containsExactly("work of a", "effect of b");
    }
  }

  @Test
  void theLastWorkEndsWithTheLastTurnWhateverComesLater() {
    try (Stage stage = Stage.simulated(2, new Fifo())) {
      ActorRef<Go> a = worker(stage, "a", MS, () -> {});
      stage.at(MS, () -> a.tell(new Go()));
      stage.at(MS.multipliedBy(9), () -> seen.add("an interrupt that nobody hears"));
      stage.run();
      assertThat(stage.time()).isEqualTo(MS.multipliedBy(9));
      assertThat(stage.engine().lastWork()).isEqualTo(MS.multipliedBy(2).toNanos());
    }
  }

  @Test
  void aSliceThatNobodyWaitsForEndsOnOneCoreAndAnotherGoesOn() {
    assertThat(
            Bursts.on(2, new RoundRobin(MS.multipliedBy(2)))
                .burst("a", 0, 7)
                .burst("b", 0, 3)
                .burst("c", 5, 1)
                .drawn())
        .isEqualTo("aaaaaaa/bbb--c");
  }

  @Test
  void whoGoesOnInTheMiddleOfATurnHasHadItForAYield() {
    try (Stage stage = Stage.simulated(1, new RoundRobin(MS))) {
      ActorRef<Go> longOne = worker(stage, "long", MS.multipliedBy(9), () -> {});
      ActorRef<Object> yielding = yielding(stage);
      stage.at(MS, () -> longOne.tell(new Go()));
      stage.at(MS, () -> yielding.tell(new Go()));
      stage.run();
      assertThat(seen).containsExactly("yields@2", "goes on@3");
    }
  }

  private ActorRef<Object> yielding(Stage stage) {
    return stage.task(
        "yielding",
        Behaviors.receiveMessage(
            message -> {
              boolean again = message instanceof Resume;
              seen.add((again ? "goes on@" : "yields@") + stage.time().toMillis());
              if (!again) {
                stage.engine().yieldTurn(new Resume(), null, false);
              }
              return Behaviors.same();
            }));
  }
}
