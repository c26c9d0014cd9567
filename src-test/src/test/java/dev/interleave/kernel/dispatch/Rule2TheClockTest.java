package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.RunQueue;
import dev.interleave.kernel.policy.Task;
import dev.interleave.stage.Machines;
import dev.interleave.testkit.timeline.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;

class Rule2TheClockTest {

  /** Answers every message with the next number until {@code last}. */
  private static Behavior<Integer> counter(List<Integer> seen, int last) {
    return Behaviors.receive(
        (context, number) -> {
          seen.add(number);
          if (number < last) {
            context.getSelf().tell(number + 1);
          }
          return Behaviors.same();
        });
  }

  @Test
  void itStandsAtZeroUntilTheMachineHasBooted() {
    try (Stage stage = Stage.simulated(1, new Fifo())) {
      stage.task("a", counter(new ArrayList<>(), 0));
      assertThat(stage.time()).isZero();
    }
  }

  @Test
  void itMovesOnlyWhenNothingIsLeftToDoAtTheInstant() {
    try (Stage stage = Stage.simulated(1, new Fifo())) {
      List<Integer> seen = new ArrayList<>();
      ActorRef<Integer> task = stage.task("a", counter(seen, 1000));
      stage.at(Duration.ofNanos(1), () -> seen.add(-1));
      task.tell(1);
      stage.run();
      assertThat(seen).hasSize(1001).endsWith(1000, -1);
      assertThat(stage.time()).isEqualTo(Duration.ofNanos(1));
    }
  }

  @Test
  void itGoesFromOneEventToTheNext() {
    try (Stage stage = Stage.simulated(1, new Fifo())) {
      List<Long> times = new ArrayList<>();
      for (long year = 3; year >= 1; year--) {
        stage.at(Duration.ofDays(365 * year), () -> times.add(stage.time().toDays()));
      }
      stage.run();
      assertThat(times).containsExactly(365L, 730L, 1095L);
    }
  }

  @Test
  void aRunUntilATimeStopsThereAndGoesOnLater() {
    try (Stage stage = Stage.simulated(1, new Fifo())) {
      List<String> seen = new ArrayList<>();
      stage.at(Duration.ofNanos(10), () -> seen.add("ten"));
      stage.at(Duration.ofNanos(11), () -> seen.add("eleven"));
      assertThat(stage.engine().run(10)).isEqualTo(Engine.Halt.UNTIL);
      assertThat(seen).containsExactly("ten");
      assertThat(stage.time()).isEqualTo(Duration.ofNanos(10));
      assertThat(stage.run()).isEqualTo(Engine.Halt.NOTHING_LEFT);
      assertThat(seen).containsExactly("ten", "eleven");
    }
  }

  @Test
  void goingRoundWithinOneInstantFailsAndNamesTheTasks() {
    try (Stage stage = new Stage(Machines.limited(1000), new Fifo())) {
      ActorRef<ActorRef<?>> ping = stage.task("ping", echo());
      ActorRef<ActorRef<?>> pong = stage.task("pong", echo());
      stage.task("innocent", Behaviors.<String>ignore()).tell("once");
      stage.at(Duration.ofMillis(5), () -> ping.tell(pong));
      assertThat(stage.run()).isEqualTo(Engine.Halt.FAILED);
      assertThat(stage.engine().failure())
          .contains("more than 1000 turns at one instant (5000000 ns)", "ping", "pong")
          .doesNotContain("innocent");
    }
  }

  @SuppressWarnings("unchecked")
  private static Behavior<ActorRef<?>> echo() {
    return Behaviors.receive(
        (context, from) -> {
          ((ActorRef<ActorRef<?>>) from).tell(context.getSelf());
          return Behaviors.same();
        });
  }

  @Test
  void asManyTurnsAsTheLimitAreFine() {
    try (Stage stage = new Stage(Machines.limited(1000), new Fifo())) {
      List<Integer> seen = new ArrayList<>();
      ActorRef<Integer> task = stage.task("a", counter(seen, 999));
      stage.at(Duration.ofMillis(1), () -> task.tell(1));
      assertThat(stage.run()).isEqualTo(Engine.Halt.NOTHING_LEFT);
      assertThat(seen).hasSize(999);
    }
  }

  @Test
  void theLimitIsThatOfEachInstant() {
    try (Stage stage = new Stage(Machines.limited(1000), new Fifo())) {
      List<Integer> seen = new ArrayList<>();
      ActorRef<Integer> task = stage.task("a", counter(seen, 900));
      for (int instant = 1; instant <= 10; instant++) {
        stage.at(Duration.ofMillis(instant), () -> task.tell(1));
      }
      assertThat(stage.run()).isEqualTo(Engine.Halt.NOTHING_LEFT);
      assertThat(seen).hasSize(9000);
    }
  }

  /** Lets equals take the core from each other, for ever. */
  private record Envious() implements Policy {
    @Override
    public void enqueue(Task task, RunQueue queue) {
      queue.last(task);
    }

    @Override
    public boolean preempts(Task ready, Task running) {
      return true;
    }
  }

  @Test
  void aPolicyThatPreemptsInCirclesFailsTheRunToo() {
    try (Stage stage = new Stage(Machines.limited(1000), new Envious())) {
      for (String name : List.of("a", "b")) {
        stage
            .task(
                name,
                Behaviors.<String>receiveMessage(
                    message -> {
                      stage.consume(Duration.ofMillis(1));
                      return Behaviors.same();
                    }))
            .tell("go");
      }
      assertThat(stage.run()).isEqualTo(Engine.Halt.FAILED);
      assertThat(stage.engine().failure()).contains("at one instant (0 ns)", "a", "b");
    }
  }
}
