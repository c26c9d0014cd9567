package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.RunQueue;
import dev.interleave.kernel.policy.Task;
import dev.interleave.kernel.trace.Event;
import dev.interleave.kernel.trace.Trace;
import dev.interleave.testkit.timeline.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Turns on cores that are real threads: their order, their accounts, and who is asked and told. */
@Timeout(60)
class RealTurnsTest {
  private static final String REAL = "dev.interleave.stage.Machines#real";
  private static final Machine ONE = new Machine.OneThread(7);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final long MS = 1_000_000;
  private static final int MANY = 100;

  private record Resume() implements KernelMessage {}

  /** First come, first served; notes what it is told of turns. */
  private record Accountant(List<Long> turns) implements Policy {
    @Override
    public void enqueue(Task task, RunQueue queue) {
      queue.last(task);
    }

    @Override
    public void ran(Task task, long nanos) {
      turns.add(nanos);
    }
  }

  /** Keeps everybody back for an hour. */
  private record Sluggard() implements Policy {
    @Override
    public void enqueue(Task task, RunQueue queue) {
      queue.later(HOUR, task);
    }
  }

  private final BlockingQueue<Object> seen = new LinkedBlockingQueue<>();
  private Stage stage;
  private Engine engine;

  private void on(Machine machine, Policy policy, Trace trace) {
    stage = new Stage(machine, policy, trace);
    engine = stage.engine();
  }

  private void on(Machine machine) {
    on(machine, new Fifo(), Trace.on());
  }

  private ActorRef<Object> task(String name, Consumer<Object> deed) {
    return stage.task(name, Always.doing(deed));
  }

  private <E extends Event> List<E> events(Class<E> kind) {
    List<E> all = new ArrayList<>();
    engine.exclusively(() -> all.addAll(stage.events(kind)));
    return all;
  }

  private void untilItIsQuiet() {
    engine.haltWhenQuiet();
    assertThat(stage.run()).isEqualTo(Engine.Halt.HALTED);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  // --- order ---

  /** A task that yields at the word "yield", after {@code deed}. */
  private ActorRef<Object> yielding(Runnable deed) {
    return task(
        "yielding",
        message -> {
          seen.add(message instanceof Resume ? "on" : message);
          if (message.equals("yield")) {
            deed.run();
            engine.yieldTurn(new Resume(), null, false);
          }
        });
  }

  @Test
  void onOneThreadWhoYieldsGoesOnWhenAllThatWereReadyHadATurn() {
    for (Trace trace : List.of(Trace.on(), Trace.off())) {
      on(ONE, new Fifo(), trace);
      ActorRef<Object> one = task("one", seen::add);
      ActorRef<Object> two = task("two", seen::add);
      ActorRef<Object> yielding =
          yielding(
              () -> {
                one.tell("one");
                two.tell("two");
              });
      yielding.tell("yield");
      untilItIsQuiet();
      assertThat(seen).containsExactly("yield", "one", "two", "on");
      seen.clear();
      stage.close();
    }
  }

  @Test
  void onOneThreadWhatCameFromOutsideBeforeAYieldIsReadyAtIt() {
    on(ONE);
    ActorRef<Object> one = task("one", seen::add);
    yielding(() -> OtherThread.does(() -> one.tell("one"))).tell("yield");
    untilItIsQuiet();
    assertThat(seen).containsExactly("yield", "one", "on");
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void whoYieldedGoesOnThoughOthersWereReady(Machine machine) {
    for (Trace trace : List.of(Trace.on(), Trace.off())) {
      on(machine, new Fifo(), trace);
      List<ActorRef<Object>> others = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        others.add(task("other-" + i, seen::add));
      }
      yielding(() -> others.forEach(other -> other.tell("other"))).tell("yield");
      untilItIsQuiet();
      assertThat(seen).startsWith("yield").contains("on").hasSize(MANY + 2);
      seen.clear();
      stage.close();
    }
  }

  // --- accounts ---

  @ParameterizedTest
  @MethodSource(REAL)
  void thePolicyIsToldWhatATurnTook(Machine machine) {
    List<Long> turns = new ArrayList<>();
    on(machine, new Accountant(turns), Trace.on());
    task("task", message -> engine.consume(3 * MS)).tell("go");
    untilItIsQuiet();
    List<Long> left = events(Event.Left.class).stream().map(Event.Left::served).toList();
    List<Long> told = new ArrayList<>();
    engine.exclusively(() -> told.addAll(turns));
    assertThat(told).isEqualTo(left).anyMatch(nanos -> nanos >= 3 * MS);
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void thePolicyIsToldOfATurnThatNobodyMeasures(Machine machine) {
    List<Long> turns = new ArrayList<>();
    on(machine, new Accountant(turns), Trace.off());
    task("task", message -> {}).tell("go");
    untilItIsQuiet();
    List<Long> told = new ArrayList<>();
    engine.exclusively(() -> told.addAll(turns));
    assertThat(told).isNotEmpty().containsOnly(0L);
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void aTaskAndItsTurnsAreRecorded(Machine machine) {
    on(machine);
    ActorRef<Object> task = task("task", seen::add);
    int id = stage.taskOf(task).id();
    task.tell("go");
    untilItIsQuiet();
    assertThat(events(Event.Started.class))
        .anyMatch(it -> it.task() == id && it.name().equals("task"));
    assertThat(events(Event.Taken.class)).anyMatch(it -> it.task() == id);
  }

  @Test
  void onOneThreadWhatCameFromOutsideWasSentWhenItCame() throws InterruptedException {
    on(ONE);
    CountDownLatch sent = new CountDownLatch(1);
    ActorRef<Object> idle = task("idle", seen::add);
    ActorRef<Object> busy =
        task(
            "busy",
            message -> {
              seen.add("begun");
              OtherThread.does(() -> idle.tell(sent));
              seen.add(engine.clock().nanos());
            });
    busy.tell("go");
    assertThat(seen.take()).isEqualTo("begun");
    long after = (long) seen.take();
    assertThat(seen.take()).isSameAs(sent);
    int id = stage.taskOf(idle).id();
    untilItIsQuiet();
    List<Event.Sent> toIdle =
        events(Event.Sent.class).stream().filter(it -> it.task() == id).toList();
    assertThat(toIdle.get(toIdle.size() - 1).at()).isLessThanOrEqualTo(after);
  }

  // --- timers, and the end ---

  @ParameterizedTest
  @MethodSource(REAL)
  void whatIsPlannedCanBeCancelled(Machine machine) {
    on(machine);
    Cancellable device = engine.after(HOUR, () -> seen.add("device"));
    Cancellable timer = engine.schedule(HOUR.toNanos(), 0, () -> seen.add("timer"));
    assertThat(device.cancel()).isTrue();
    assertThat(timer.cancel()).isTrue();
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void nothingIsPlannedOnAMachineThatIsClosed(Machine machine) {
    on(machine);
    stage.close();
    assertThatThrownBy(() -> engine.after(HOUR, () -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void whoIsKeptBackGetsACoreToEndOn(Machine machine) {
    on(machine, new Sluggard(), Trace.on());
    task("task", seen::add).tell("go");
    stage.close();
    assertThat(stage.system().whenTerminated().isCompleted()).isTrue();
  }

  // --- whose thread ---

  @Test
  void onOneThreadWhatIsDoneToItIsDoneByItsCore() {
    on(ONE);
    engine.exclusively(() -> seen.add(Thread.currentThread().getName()));
    assertThat(seen).containsExactly("interleave-core-0");
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void aTurnDoesSomethingToItsMachineItself(Machine machine) throws InterruptedException {
    on(machine);
    task("task", message -> engine.exclusively(() -> seen.add("done"))).tell("go");
    assertThat(seen.take()).isEqualTo("done");
  }
}
