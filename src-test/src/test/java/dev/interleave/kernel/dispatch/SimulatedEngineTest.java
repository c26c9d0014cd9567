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
import java.util.Random;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One instant of a simulated machine, and how a run of it ends. */
@Timeout(60)
class SimulatedEngineTest {
  private static final Duration MS = Duration.ofMillis(1);

  /** Queues tasks and gives none of them a core. */
  private static final class Miser implements Policy {
    @Override
    public void enqueue(Task task, RunQueue queue) {
      queue.last(task);
    }

    @Override
    public Task next(int core, RunQueue queue) {
      return null;
    }
  }

  private final List<String> seen = new ArrayList<>();
  private Stage stage = Stage.simulated(1, new Fifo());
  private SimulatedEngine engine = (SimulatedEngine) stage.engine();

  @AfterEach
  void close() {
    stage.close();
  }

  private void on(Stage other) {
    stage.close();
    stage = other;
    engine = (SimulatedEngine) other.engine();
  }

  /** A task that notes what it is told after it did {@code deed}. */
  private ActorRef<String> task(String name, Runnable deed) {
    return stage.task(
        name,
        Always.doing(
            message -> {
              deed.run();
              seen.add(message);
            }));
  }

  /** Two turns that are ready at one instant, of which the first does {@code deed}. */
  private void twoTurns(Runnable deed) {
    ActorRef<String> one = task("one", deed);
    ActorRef<String> two = task("two", () -> {});
    stage.at(
        MS,
        () -> {
          one.tell("first");
          two.tell("second");
        });
  }

  @Test
  void whatComesFromOutsideInATurnGoesBeforeTheNextTurnOfTheInstant() {
    twoTurns(() -> engine.outside.push(() -> seen.add("outside")));
    stage.run();
    assertThat(seen).containsExactly("first", "outside", "second");
  }

  @Test
  void whatIsDueInATurnGoesBeforeTheNextTurnOfTheInstant() {
    twoTurns(() -> engine.after(Duration.ZERO, () -> seen.add("due")));
    stage.run();
    assertThat(seen).containsExactly("first", "due", "second");
  }

  @Test
  void aMachineThatIsHaltedInATurnTakesNoMore() {
    twoTurns(engine::halt);
    assertThat(stage.run()).isEqualTo(Engine.Halt.HALTED);
    assertThat(seen).containsExactly("first");
  }

  @Test
  void aMachineThatSomebodyOutsideGoesOnWithPausesAfterTheTurn() {
    twoTurns(() -> {});
    assertThat(engine.runWhile(() -> seen.isEmpty(), Long.MAX_VALUE)).isEqualTo(Engine.Halt.PAUSED);
    assertThat(seen).containsExactly("first");
  }

  @Test
  void workOfTheSystemThatBringsMoreOfItWithoutEndFailsTheRun() {
    on(new Stage(Machines.limited(1_000), new Fifo()));
    engine.execute(this::again);
    assertThat(stage.run()).isEqualTo(Engine.Halt.FAILED);
    assertThat(engine.failure()).contains("system work goes round in circles");
  }

  private void again() {
    engine.execute(this::again);
  }

  @Test
  void whatWasPlannedAndIsCancelledDoesNotHappen() {
    Cancellable planned = engine.after(MS, () -> seen.add("planned"));
    assertThat(planned.cancel()).isTrue();
    stage.run();
    assertThat(seen).isEmpty();
  }

  @Test
  void whoIsToHaltWhenQuietHaltsThoughATimerRuns() {
    stage.at(MS, () -> seen.add("late"));
    engine.haltWhenQuiet();
    assertThat(stage.run()).isEqualTo(Engine.Halt.HALTED);
    assertThat(seen).isEmpty();
  }

  @Test
  void whatThrowsBesideEveryHandlerFailsTheRun() {
    engine.outside.push(SimulatedEngineTest::fault);
    assertThat(stage.run()).isEqualTo(Engine.Halt.FAILED);
    assertThat(engine.failure()).contains("a fault");
  }

  private static void fault() {
    throw new IllegalArgumentException("a fault");
  }

  @Test
  void aPolicyThatLeavesTheCoresIdleForEverFailsTheRun() {
    on(Stage.simulated(1, new Miser()));
    task("one", () -> {}).tell("never seen");
    assertThat(stage.run()).isEqualTo(Engine.Halt.FAILED);
    assertThat(engine.failure()).contains("leaves all cores idle while these wait: [one]");
    stage.close();
    assertThat(stage.system().whenTerminated().isCompleted()).isTrue();
  }

  @Test
  void whatIsDrawnInATurnIsDrawnForItsTask() {
    List<Random> draws = new ArrayList<>();
    twoTurns(() -> draws.add(engine.draws()));
    draws.add(engine.draws());
    stage.run();
    Random own = Draws.of(engine.streams, "one");
    assertThat(draws.get(1)).isNotSameAs(draws.get(0));
    assertThat(draws.get(1).nextLong()).isEqualTo(own.nextLong());
  }

  @Test
  void whatIsDrawnWhenWhatATurnDidHappensIsDrawnForItsTaskToo() {
    List<Random> draws = new ArrayList<>();
    twoTurns(
        () -> {
          draws.add(engine.draws());
          engine.consume(1);
          engine.act(() -> draws.add(engine.draws()));
        });
    stage.run();
    assertThat(draws).hasSize(2);
    assertThat(draws.get(1)).isSameAs(draws.get(0));
  }

  // --- the end ---

  @Test
  void whoSettlesGoesOnUntilItIsDone() {
    stage.at(MS, () -> seen.add("one"));
    stage.at(MS.multipliedBy(2), () -> seen.add("two"));
    engine.settle(() -> seen.contains("one"));
    assertThat(seen).containsExactly("one");
  }

  @Test
  void whoSettlesStopsWhenNothingIsLeft() {
    task("one", () -> {}).tell("first");
    engine.settle(() -> false);
    assertThat(seen).containsExactly("first");
  }

  @Test
  void afterAFailureNoHandlerRunsAnyMore() {
    task("one", () -> {}).tell("first");
    engine.fail("something");
    engine.settle(() -> false);
    assertThat(seen).isEmpty();
  }

  @Test
  void whatThrowsWhileItSettlesIsAFailureAndTheEndOfIt() {
    engine.outside.push(SimulatedEngineTest::fault);
    engine.settle(() -> false);
    assertThat(engine.failure()).contains("a fault");
  }

  @Test
  void whoeverSettlesIsItsThread() throws InterruptedException {
    task("one", () -> {}).tell("first");
    Thread other = new Thread(() -> engine.settle(() -> !engine.isForeign() && !seen.isEmpty()));
    other.start();
    other.join();
    assertThat(seen).containsExactly("first");
    assertThat(engine.isServedBy(other)).isTrue();
    engine.begin();
  }
}
