package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.stage.Machines;
import dev.interleave.testkit.timeline.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Other threads and a simulated machine. */
@Timeout(60)
class EntranceTest {
  private static final Duration MS = Duration.ofMillis(1);
  private static final Duration HOUR = Duration.ofHours(1);

  /** Lets everybody in, or nobody, and notes it. */
  private static final class Noting implements Gate {
    private final List<String> notes = new ArrayList<>();
    private final boolean open;

    Noting(boolean open) {
      this.open = open;
    }

    @Override
    public boolean admits(boolean running, Supplier<String> leak) {
      notes.add(running ? "admits in a run" : "admits");
      return open;
    }

    @Override
    public boolean nobodyMayCome() {
      return true;
    }

    @Override
    public void admitted() {
      notes.add("admitted");
    }

    @Override
    public void waits(String leak) {
      notes.add(leak);
    }
  }

  private final Stage stage = new Stage(Machines.live(), new Fifo());
  private final SimulatedEngine engine = (SimulatedEngine) stage.engine();
  private final List<String> seen = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    stage.close();
  }

  // --- input ---

  /** Does {@code what} on a thread of its own as soon as this one waits. */
  private static void whenThisWaits(Runnable what) {
    Thread machine = Thread.currentThread();
    new Thread(
            () -> {
              Waits.untilItWaits(machine);
              what.run();
            })
        .start();
  }

  @Test
  void whatADeviceIsToldByItsOwnThreadWakesTheMachineAtOnce() {
    List<Duration> times = new ArrayList<>();
    stage.at(HOUR, () -> times.add(stage.time()));
    engine.expectInput(1);
    whenThisWaits(
        () ->
            engine.post(
                () -> {
                  times.add(stage.time());
                  engine.expectInput(-1);
                }));
    assertThat(stage.run()).isEqualTo(Engine.Halt.NOTHING_LEFT);
    assertThat(times).hasSize(2).endsWith(HOUR);
    assertThat(times.get(0)).isBetween(Duration.ofNanos(1), HOUR.minusNanos(1));
  }

  @Test
  void aMachineThatWaitsForInputStopsAtItsTime() {
    stage.at(HOUR, () -> {});
    engine.expectInput(1);
    assertThat(engine.run(MS.toNanos())).isEqualTo(Engine.Halt.UNTIL);
    assertThat(stage.time()).isEqualTo(MS);
  }

  @Test
  void whatTheMachinesThreadPostsHappensAtOnce() {
    engine.post(() -> seen.add("at once"));
    assertThat(seen).containsExactly("at once");
  }

  @Test
  void whatAnotherThreadPostsWaitsForTheMachine() {
    OtherThread.does(() -> engine.post(() -> seen.add("later")));
    assertThat(seen).isEmpty();
    stage.run();
    assertThat(seen).containsExactly("later");
  }

  @Test
  void aMachineThatWaitsForInputCanBeHalted() {
    engine.expectInput(1);
    whenThisWaits(engine::halt);
    assertThat(stage.run()).isEqualTo(Engine.Halt.HALTED);
  }

  // --- the gate ---

  @Test
  void whatIsLetInIsDoneByTheMachineAndTheGateHearsOfIt() {
    Noting gate = new Noting(true);
    engine.entrance.gate(gate);
    OtherThread.does(() -> engine.act(() -> seen.add("done")));
    assertThat(gate.notes).containsExactly("admits", "admitted");
    stage.run();
    assertThat(seen).containsExactly("done");
  }

  @Test
  void whatIsNotLetInWaitsForTheEnd() {
    Noting gate = new Noting(false);
    engine.entrance.gate(gate);
    OtherThread.does(() -> engine.act(() -> seen.add("done")));
    assertThat(gate.notes).containsExactly("admits");
    engine.settle(() -> false);
    assertThat(seen).containsExactly("done");
  }

  @Test
  void aMessageThatIsNotLetInIsGone() {
    ActorRef one = Adapter.toClassic(stage.task("one", Behaviors.empty()));
    engine.entrance.gate(new Noting(false));
    OtherThread.does(() -> engine.entrance.enter(() -> seen.add("message"), one));
    engine.settle(() -> false);
    assertThat(seen).isEmpty();
  }

  @Test
  void whoIsLetInWaitsInTheTimeOfTheMachineUntilItsEnd() {
    engine.entrance.gate(new Noting(true));
    List<Boolean> waits = new ArrayList<>();
    OtherThread.does(
        () -> {
          engine.act(() -> {});
          waits.add(OutsideTime.toWaitIn() == engine.outsideTime);
          engine.outsideTime.end();
          waits.add(OutsideTime.toWaitIn() != null);
        });
    assertThat(waits).containsExactly(true, false);
  }

  @Test
  void aMachineThatIsClosedIsNobodysTimeAnyMore() {
    engine.outsideTime.spokenTo();
    stage.close();
    assertThat(OutsideTime.toWaitIn()).isNull();
  }

  // --- whose thread ---

  @Test
  void whoBeginsIsItsThread() {
    List<Object> facts = new ArrayList<>();
    OtherThread.does(
        () -> {
          facts.add(engine.isForeign());
          engine.begin();
          facts.add(engine.isForeign());
          facts.add(CurrentEngine.get() == engine);
          engine.leave();
          facts.add(CurrentEngine.get() == null);
        });
    assertThat(facts).containsExactly(true, false, true, true);
    engine.begin();
  }

  @Test
  void whoLeavesWorksForTheMachineOfBeforeAgain() {
    Stage second = Stage.simulated(1, new Fifo());
    assertThat(CurrentEngine.get()).isSameAs(second.engine());
    second.close();
    assertThat(CurrentEngine.get()).isSameAs(engine);
  }

  @Test
  void itServesItsThreadAndWhoMakesItsSystemAndNobodyElse() {
    Thread creator = new Thread(() -> {});
    assertThat(engine.isServedBy(Thread.currentThread())).isTrue();
    assertThat(engine.isServedBy(creator)).isFalse();
    engine.createdBy(creator);
    assertThat(engine.isServedBy(creator)).isTrue();
    engine.createdBy(null);
    assertThat(engine.isServedBy(creator)).isFalse();
  }

  @Test
  void itIsAtWorkInARunOnItsOwnThreadOnly() {
    Thread machine = Thread.currentThread();
    List<Boolean> facts = new ArrayList<>();
    stage.at(MS, () -> facts.add(engine.isAtWork(machine)));
    stage.at(MS, () -> facts.add(engine.isAtWork(new Thread(() -> {}))));
    stage.run();
    facts.add(engine.isAtWork(machine));
    assertThat(facts).containsExactly(true, false, false);
  }

  // --- the end ---

  @Test
  void aThreadThatIsAnnouncedIsNotWaitedFor() {
    engine.grace(HOUR.multipliedBy(24));
    stage.at(MS, () -> new Thread(() -> {}));
    stage.at(MS, () -> engine.expectInput(1));
    stage.at(MS, () -> engine.expectInput(-1));
    assertThat(stage.run()).isEqualTo(Engine.Halt.NOTHING_LEFT);
  }

  @Test
  void whatALateThreadSaysIsDoneInTheSameRun() {
    engine.entrance.gate(new Noting(true));
    engine.grace(HOUR);
    ActorRef one = Adapter.toClassic(stage.task("one", Behaviors.empty()));
    CompletableFuture<Void> late = new CompletableFuture<>();
    engine.entrance.foreign.pipes(() -> one, late);
    whenThisWaits(
        () -> {
          engine.act(() -> seen.add("late"));
          late.complete(null);
        });
    assertThat(stage.run()).isEqualTo(Engine.Halt.NOTHING_LEFT);
    assertThat(seen).containsExactly("late");
  }

  @Test
  void whoWaitsForAFutureWhenTheRunIsUpIsNoLeak() {
    Noting gate = new Noting(true);
    engine.entrance.gate(gate);
    engine.grace(MS);
    ActorRef one = Adapter.toClassic(stage.task("one", Behaviors.empty()));
    engine.entrance.foreign.pipes(() -> one, new CompletableFuture<>());
    assertThat(engine.run(engine.clock().nanos())).isEqualTo(Engine.Halt.UNTIL);
    assertThat(gate.notes).isEmpty();
    assertThat(stage.run()).isEqualTo(Engine.Halt.NOTHING_LEFT);
    assertThat(gate.notes).singleElement().asString().startsWith("leak: one still waits");
  }
}
