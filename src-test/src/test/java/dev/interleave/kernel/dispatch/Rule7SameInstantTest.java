package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Priority;
import dev.interleave.kernel.policy.RoundRobin;
import dev.interleave.kernel.trace.Event;
import dev.interleave.testkit.timeline.Bursts;
import dev.interleave.testkit.timeline.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;

class Rule7SameInstantTest {
  private final List<String> seen = new ArrayList<>();

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  /** Works for the time that it is told, and then sends its name to the log. */
  private Behavior<Duration> worker(Stage stage, String name) {
    return Behaviors.receiveMessage(
        cpu -> {
          stage.consume(cpu);
          stage.engine().act(() -> seen.add(name));
          return Behaviors.same();
        });
  }

  @Test
  void turnsThatCompleteComeBeforeTimers() {
    try (Stage stage = Stage.simulated(1, new Fifo())) {
      ActorRef<Duration> a = stage.task("a", worker(stage, "served"));
      stage.at(ms(3), () -> seen.add("timer"));
      stage.at(ms(0), () -> a.tell(ms(3)));
      stage.run();
      assertThat(seen).containsExactly("served", "timer");
    }
  }

  @Test
  void timersComeInTheOrderOfIssue() {
    try (Stage stage = Stage.simulated(1, new Fifo())) {
      stage.at(ms(2), () -> seen.add("first"));
      stage.at(ms(1), () -> stage.at(ms(2), () -> seen.add("third")));
      stage.at(ms(2), () -> seen.add("second"));
      stage.run();
      assertThat(seen).containsExactly("first", "second", "third");
    }
  }

  @Test
  void whoArrivesCompetesForACoreThatIsFreedAtTheInstant() {
    try (Bursts bursts = Bursts.on(1, new Priority(false, Duration.ZERO))) {
      bursts.burst("a", 0, 0, 2).burst("b", 0, 0, 2).burst("c", 1, 2, 1);
      assertThat(bursts.drawn()).isEqualTo("aacbb");
    }
  }

  @Test
  void theExpiredTaskGoesBehindArrivalsOfTheInstant() {
    try (Bursts bursts = Bursts.on(1, new RoundRobin(ms(1)))) {
      assertThat(bursts.burst("a", 0, 2).burst("b", 1, 1).drawn()).isEqualTo("aba");
    }
  }

  @Test
  void whoseSlicesEndAtOneInstantQueueInTheOrderInWhichTheyGotTheirCores() {
    try (Bursts bursts = Bursts.on(2, new RoundRobin(ms(1)))) {
      bursts.burst("a", 0, 4).burst("b", 0, 3).burst("c", 0, 4);
      assertThat(bursts.drawn()).isEqualTo("acbacc/bacba");
    }
  }

  @Test
  void idleCoresTakeWorkLowestNumberFirst() {
    try (Bursts bursts = Bursts.on(3, new Fifo())) {
      bursts.burst("a", 0, 1).burst("b", 0, 1).burst("c", 0, 1);
      bursts.burst("d", 1, 1).burst("e", 1, 1);
      assertThat(bursts.drawn()).isEqualTo("ad/be/c");
    }
  }

  @Test
  void preemptionComesAfterIdleCores() {
    try (Bursts bursts = Bursts.on(2, new Priority())) {
      bursts.burst("a", 0, 0, 3).burst("b", 1, 1, 1);
      assertThat(bursts.drawn()).isEqualTo("aaa/-b");
    }
  }

  @Test
  void whatCompletesBeatsTheEndOfItsOwnSlice() {
    try (Bursts bursts = Bursts.on(1, new RoundRobin(ms(2)))) {
      bursts.burst("a", 0, 2).burst("b", 0, 1).drawn();
      assertThat(bursts.stage().events(Event.Left.class))
          .extracting(Event.Left::why)
          .doesNotContain(Event.Why.EXPIRED);
    }
  }

  @Test
  void effectsOfOneInstantComeInTheOrderInWhichTheTurnsWereTaken() {
    try (Stage stage = Stage.simulated(2, new Fifo())) {
      ActorRef<Duration> a = stage.task("a", worker(stage, "a"));
      ActorRef<Duration> b = stage.task("b", worker(stage, "b"));
      ActorRef<Duration> c = stage.task("c", worker(stage, "c"));
      stage.at(ms(0), () -> a.tell(ms(1)));
      stage.at(ms(0), () -> b.tell(ms(3)));
      stage.at(ms(0), () -> c.tell(ms(2)));
      stage.run();
      assertThat(seen).containsExactly("a", "b", "c");
    }
  }

  @Test
  void aTurnThatOwesNothingCompletesBeforeTheNextIdleCoreLooks() {
    try (Stage stage = Stage.simulated(2, new Fifo())) {
      ActorRef<Duration> a = stage.task("a", worker(stage, "a"));
      ActorRef<Duration> b = stage.task("b", worker(stage, "b"));
      stage.at(ms(1), () -> a.tell(ms(0)));
      stage.at(ms(1), () -> b.tell(ms(0)));
      stage.run();
      assertThat(stage.events(Event.Taken.class))
          .filteredOn(taken -> taken.at() > 0)
          .extracting(Event.Taken::core)
          .containsExactly(0, 0);
    }
  }

  @Test
  void messagesOfOneInstantAreHandledInTheOrderOfTheirSending() {
    try (Stage stage = Stage.simulated(1, new Fifo())) {
      List<ActorRef<Duration>> tasks = new ArrayList<>();
      for (String name : List.of("a", "b", "c", "d")) {
        tasks.add(stage.task(name, worker(stage, name)));
      }
      stage.at(
          ms(1),
          () -> {
            for (int i : new int[] {2, 0, 3, 1}) {
              tasks.get(i).tell(Duration.ZERO);
            }
          });
      stage.run();
      assertThat(seen).containsExactly("c", "a", "d", "b");
    }
  }
}
