package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.TaskSettings;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Priority;
import dev.interleave.kernel.policy.RoundRobin;
import dev.interleave.kernel.trace.Event;
import dev.interleave.testkit.timeline.Bursts;
import dev.interleave.testkit.timeline.Drawing;
import dev.interleave.testkit.timeline.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;

class Rule3TurnsTest {
  private static final Duration FREE = Duration.ZERO;

  private record Small() {}

  private record VeryLarge() {}

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  private static Machine machine(int cores, Duration change, Duration migration, Duration ipc) {
    return new Machine.Simulated(
        cores, 1, change, migration, ipc, FREE, 1_000_000, Machine.Requeue.AFTER_ARRIVALS, 0);
  }

  private static String drawn(Machine machine, Policy policy, String jobs) {
    try (Bursts bursts = new Bursts(machine, policy)) {
      for (String job : jobs.split(",")) {
        String[] words = job.trim().split(" ");
        bursts.burst(
            words[0],
            Integer.parseInt(words[1]),
            Long.parseLong(words[2]),
            Long.parseLong(words[3]));
      }
      return bursts.drawn();
    }
  }

  @Test
  void aTurnTakesOneMessage() {
    try (Stage stage = Stage.simulated(1, new Fifo())) {
      List<String> seen = new ArrayList<>();
      ActorRef<String> a = stage.task("a", noting(seen));
      ActorRef<String> b = stage.task("b", noting(seen));
      for (String message : List.of("a1", "a2", "a3")) {
        a.tell(message);
      }
      b.tell("b1");
      b.tell("b2");
      stage.run();
      assertThat(seen).containsExactly("a1", "b1", "a2", "b2", "a3");
    }
  }

  private static Behavior<String> noting(List<String> seen) {
    return Behaviors.receiveMessage(
        message -> {
          seen.add(message);
          return Behaviors.same();
        });
  }

  @Test
  void theHandlerRunsWhenTheTaskFirstGetsACore() {
    try (Stage stage = Stage.simulated(1, new Fifo())) {
      List<Duration> began = new ArrayList<>();
      Behavior<String> working =
          Behaviors.receiveMessage(
              message -> {
                began.add(stage.time());
                stage.consume(ms(3));
                began.add(stage.time());
                return Behaviors.same();
              });
      stage.task("a", working).tell("");
      stage.task("b", working).tell("");
      stage.run();
      assertThat(began).containsExactly(FREE, FREE, ms(3), ms(3));
    }
  }

  @Test
  void itOwesWhatItConsumedInAll() {
    try (Stage stage = Stage.simulated(1, new Fifo())) {
      Behavior<String> twice =
          Behaviors.receiveMessage(
              message -> {
                stage.consume(ms(2));
                stage.consume(ms(1));
                return Behaviors.same();
              });
      stage.task("a", twice).tell("");
      stage.run();
      assertThat(Drawing.of(stage.events(), 1, ms(1))).isEqualTo("aaa");
    }
  }

  @Test
  void aMessageCostsWhatItsTypeCosts() {
    TaskSettings usual = TaskSettings.DEFAULT;
    TaskSettings costly =
        new TaskSettings(
            0,
            1,
            usual.deadline(),
            usual.mailbox(),
            Map.of("small", ms(1), "very-large", ms(4)),
            usual.restart());
    try (Stage stage = Stage.simulated(1, new Fifo())) {
      List<Duration> own = new ArrayList<>();
      ActorRef<Object> task = stage.task("a", costly, noteOwnTime(stage, own));
      task.tell(new VeryLarge());
      task.tell(new Small());
      task.tell("free");
      stage.run();
      assertThat(own).containsExactly(ms(4), ms(5), ms(5));
    }
  }

  private static Behavior<Object> noteOwnTime(Stage stage, List<Duration> own) {
    return Behaviors.receiveMessage(
        message -> {
          own.add(stage.ownTime());
          return Behaviors.same();
        });
  }

  @Test
  void everyMessageCostsTheMessageCost() {
    Machine machine =
        new Machine.Simulated(
            1, 1, FREE, FREE, FREE, ms(2), 1_000_000, Machine.Requeue.AFTER_ARRIVALS, 0);
    assertThat(drawn(machine, new Fifo(), "a 0 0 1, b 0 0 0")).isEqualTo("aaabb");
  }

  @Test
  void anotherTaskThanTheLastCostsASwitch() {
    Machine machine = machine(1, ms(1), FREE, FREE);
    assertThat(drawn(machine, new Fifo(), "a 0 0 1, a 0 0 1, b 0 9 1, b 0 9 1"))
        .isEqualTo("aaa------bbb");
    assertThat(drawn(machine, new RoundRobin(ms(2)), "a 0 0 3, b 0 0 2")).isEqualTo("aaabbbaa");
  }

  @Test
  void aSwitchIsNotCut() {
    Machine machine = machine(1, ms(3), FREE, FREE);
    assertThat(drawn(machine, new Priority(), "a 0 0 2, b 1 1 1")).isEqualTo("aaabbbbaaaaa");
  }

  @Test
  void anotherCoreThanTheLastCostsAMigration() {
    Machine machine = machine(2, FREE, ms(2), FREE);
    assertThat(drawn(machine, new Fifo(), "a 0 0 4, b 0 0 1, b 0 1 1, c 0 1 6, b 0 5 1"))
        .isEqualTo("aaaa-bbb/bbcccccc");
  }

  @Test
  void aMessageFromAnotherTaskCostsIpcAndOneOfADeviceToo() {
    assertThat(drawn(machine(1, FREE, FREE, ms(2)), new Fifo(), "a 0 0 1, b 0 0 1"))
        .isEqualTo("aaabbb");
  }

  @Test
  void fixedCostsComeBeforeTheHandlersEffects() {
    try (Stage stage = new Stage(machine(1, ms(1), FREE, ms(2)), new Fifo())) {
      List<Duration> heard = new ArrayList<>();
      ActorRef<Object> listener =
          stage
              .system()
              .systemActorOf(
                  Behaviors.receiveMessage(
                      message -> {
                        heard.add(stage.time());
                        return Behaviors.same();
                      }),
                  "listener",
                  Props.empty());
      Behavior<String> teller =
          Behaviors.receiveMessage(
              message -> {
                listener.tell("before");
                stage.consume(ms(4));
                listener.tell("after");
                return Behaviors.same();
              });
      stage.task("a", teller).tell("");
      stage.run();
      assertThat(heard).containsExactly(ms(3), ms(7));
    }
  }

  @Test
  void lifeCycleIsHandledInTheSameTurnAtNoMessageCost() {
    Machine machine =
        new Machine.Simulated(
            1, 1, FREE, FREE, FREE, ms(2), 1_000_000, Machine.Requeue.AFTER_ARRIVALS, 0);
    try (Stage stage = new Stage(machine, new Fifo())) {
      ActorRef<String> parent =
          stage.task(
              "a",
              Behaviors.<String>receive(
                  (context, message) -> {
                    context.spawn(noting(new ArrayList<>()), "b").tell(message);
                    return Behaviors.same();
                  }));
      parent.tell("down");
      stage.run();
      assertThat(stage.events(Event.Left.class))
          .filteredOn(left -> left.task() == 2)
          .extracting(Event.Left::served)
          .containsExactly(ms(2).toNanos());
    }
  }
}
