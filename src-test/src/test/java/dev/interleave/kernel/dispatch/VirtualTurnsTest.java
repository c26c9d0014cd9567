package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Priority;
import dev.interleave.kernel.policy.RoundRobin;
import dev.interleave.kernel.policy.RunQueue;
import dev.interleave.kernel.policy.Task;
import dev.interleave.kernel.trace.Event;
import dev.interleave.kernel.trace.Event.Why;
import dev.interleave.testkit.timeline.Bursts;
import dev.interleave.testkit.timeline.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;

class VirtualTurnsTest {
  private static final Duration MS = Duration.ofMillis(1);

  private final List<String> seen = new ArrayList<>();

  /** Does something, works, and does something again. */
  private Behavior<Duration> worker(Stage stage, String name) {
    return Behaviors.receiveMessage(
        cpu -> {
          effect(stage, name + " begins");
          stage.consume(cpu);
          effect(stage, name + " ends");
          seen.add(name + " handled");
          return Behaviors.same();
        });
  }

  private void effect(Stage stage, String what) {
    stage.engine().act(() -> seen.add(what + "@" + stage.time().toMillis()));
  }

  private static Machine costing(int cores, Duration onSwitch, Duration onMigration) {
    return new Machine.Simulated(
        cores,
        1,
        onSwitch,
        onMigration,
        Duration.ZERO,
        Duration.ZERO,
        1000,
        Machine.Requeue.AFTER_ARRIVALS,
        0);
  }

  private static List<Event.Left> left(Stage stage) {
    return stage.events(Event.Left.class).stream().filter(left -> left.at() > 0).toList();
  }

  @Test
  void whatAHandlerDoesComesAfterTheSwitchThatItCost() {
    try (Stage stage = new Stage(costing(1, MS, Duration.ZERO), new Fifo())) {
      ActorRef<Duration> a = stage.task("a", worker(stage, "a"));
      stage.at(MS, () -> a.tell(MS));
      stage.run();
      assertThat(seen).containsExactly("a handled", "a begins@2", "a ends@3");
    }
  }

  @Test
  void aTurnThatOnlyCostsItsSwitchLastsAsLong() {
    try (Stage stage = new Stage(costing(1, MS, Duration.ZERO), new Fifo())) {
      ActorRef<Duration> a = stage.task("a", Behaviors.receiveMessage(cpu -> Behaviors.same()));
      stage.at(MS, () -> a.tell(MS));
      stage.run();
      assertThat(left(stage)).extracting(Event.Left::at).containsExactly(2_000_000L);
    }
  }

  @Test
  void whereNothingIsPaidNothingIsDeferred() {
    try (Stage stage = new Stage(costing(1, Duration.ZERO, MS), new Fifo())) {
      ActorRef<Duration> a = stage.task("a", worker(stage, "a"));
      stage.at(MS, () -> a.tell(Duration.ZERO));
      stage.run();
      assertThat(seen).containsExactly("a begins@1", "a ends@1", "a handled");
    }
  }

  @Test
  void whoGoesOnElsewhereIsAtHomeThereFromThenOn() {
    assertThat(
            new Bursts(costing(2, Duration.ZERO, MS), new Priority())
                .burst("m", 2, 0, 5)
                .burst("x", 1, 0, 8)
                .burst("h", 3, 2, 6)
                .burst("x", 1, 15, 2)
                .drawn())
        .isEqualTo("mmmmmxxxxxxx---xx/xxhhhhhh");
  }

  @Test
  void afterAnEffectACoreIsHeardOfWhenItsNextThingIsDue() {
    try (Stage stage = Stage.simulated(2, new Fifo())) {
      ActorRef<Duration> a =
          stage.task(
              "a",
              Behaviors.receiveMessage(
                  cpu -> {
                    stage.consume(MS);
                    effect(stage, "early");
                    stage.consume(cpu);
                    return Behaviors.same();
                  }));
      ActorRef<Duration> b = stage.task("b", worker(stage, "b"));
      stage.at(MS, () -> a.tell(MS.multipliedBy(9)));
      stage.at(MS, () -> b.tell(MS.multipliedBy(4)));
      stage.run();
      assertThat(left(stage)).extracting(Event.Left::at).containsExactly(5_000_000L, 11_000_000L);
    }
  }

  /** Has a core of its own for each task, and knows what was used. */
  private static final class Pinned implements Policy {
    private final int core;
    private final List<Long> used = new ArrayList<>();

    Pinned(int core) {
      this.core = core;
    }

    @Override
    public void enqueue(Task task, RunQueue queue) {
      queue.of(core).last(task);
    }

    @Override
    public Task next(int asked, RunQueue queue) {
      return queue.of(asked).take();
    }

    @Override
    public void ran(Task task, long nanos) {
      used.add(nanos);
      assertThat(task.cpu()).isEqualTo(used.stream().mapToLong(one -> one).sum());
    }
  }

  @Test
  void aCoreThatHasNoTaskLeavesTheTurnToTheNext() {
    try (Bursts bursts = Bursts.on(3, new Pinned(2))) {
      assertThat(bursts.burst("a", 0, 2).drawn()).isEqualTo("//aa");
    }
  }

  @Test
  void aPolicyHearsOfEveryTurnAndWhatItUsed() {
    Pinned policy = new Pinned(0);
    try (Stage stage = Stage.simulated(1, policy)) {
      ActorRef<Duration> a = stage.task("a", worker(stage, "a"));
      policy.used.clear();
      stage.at(MS, () -> a.tell(MS));
      stage.at(MS, () -> a.tell(Duration.ZERO));
      stage.at(MS, () -> a.tell(MS));
      stage.run();
      assertThat(policy.used).containsExactly(1_000_000L, 0L, 1_000_000L);
      assertThat(left(stage))
          .extracting(Event.Left::served)
          .containsExactly(1_000_000L, 0L, 1_000_000L);
    }
  }

  /** Gives slices of a millisecond; who used one goes on before the others, at the same instant. */
  private static final class Favouring implements Policy {
    private boolean kept;

    @Override
    public void enqueue(Task task, RunQueue queue) {
      if (kept) {
        queue.first(task);
        kept = false;
      } else {
        queue.last(task);
      }
    }

    @Override
    public Duration slice(Task task) {
      return MS;
    }

    @Override
    public void expired(Task task, RunQueue queue) {
      kept = true;
      queue.later(Duration.ZERO, task);
    }
  }

  @Test
  void whatFallsDueWithASliceComesBeforeIdleCores() {
    try (Bursts bursts = Bursts.on(1, new Favouring())) {
      assertThat(bursts.burst("a", 0, 3).burst("b", 0, 1).drawn()).isEqualTo("aaab");
    }
  }

  @Test
  void aTurnThatIsCutOffWhileItWaitsIsRecorded() {
    try (Stage stage = Stage.simulated(1, new RoundRobin(MS))) {
      ActorRef<Duration> a = stage.task("a", worker(stage, "a"));
      ActorRef<Duration> b = stage.task("b", worker(stage, "b"));
      stage.at(MS, () -> a.tell(MS.multipliedBy(3)));
      stage.at(MS, () -> b.tell(MS.multipliedBy(3)));
      stage.at(Duration.ofNanos(2_500_000), () -> stage.engine().abort(stage.taskOf(a)));
      stage.run();
      assertThat(left(stage)).extracting(Event.Left::why).contains(Why.ABORTED);
      assertThat(seen).doesNotContain("a ends@6").contains("b ends@5");
    }
  }

  @Test
  void afterAFailureNoMessageIsHandled() {
    try (Stage stage = Stage.simulated(1, new Fifo())) {
      ActorRef<Duration> a = stage.task("a", worker(stage, "a"));
      stage.at(MS, () -> a.tell(MS));
      stage.at(MS, () -> a.tell(MS));
      stage.at(MS, () -> stage.engine().fail("broken"));
      stage.run();
    }
    assertThat(seen).isEmpty();
  }
}
