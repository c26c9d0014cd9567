package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Event;
import dev.interleave.testkit.timeline.Stage;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for an engine whose cores are real threads. */
@Timeout(60)
class RealCoresTest {
  private static final String REAL = "dev.interleave.stage.Machines#real";
  private static final Duration MS = Duration.ofMillis(1);

  private record Resume() implements KernelMessage {}

  private final BlockingQueue<Object> seen = new LinkedBlockingQueue<>();
  private Stage stage;
  private Engine engine;

  private void on(Machine machine) {
    stage = new Stage(machine, new Fifo());
    engine = stage.engine();
  }

  private ActorRef<Object> task(String name, Consumer<Object> deed) {
    return stage.task(name, Always.doing(deed));
  }

  @AfterEach
  void close() {
    if (stage != null) {
      stage.close();
    }
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void aCoreIsADaemonThatEndsWithItsEngine(Machine machine) throws InterruptedException {
    on(machine);
    task("task", message -> seen.add(Thread.currentThread())).tell("go");
    Thread core = (Thread) seen.take();
    assertThat(core.getName()).startsWith("interleave-core-");
    assertThat(core.isDaemon()).isTrue();
    stage.close();
    core.join();
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void aTaskOfAnotherMachineIsNobodyHere(Machine machine) throws InterruptedException {
    on(machine);
    ActorRef<Object> task = task("task", seen::add);
    try (Stage other = new Stage(machine, new Fifo())) {
      other.task("other", Always.doing(task::tell)).tell("hello");
      assertThat(seen.take()).isEqualTo("hello");
    }
    stage.close();
    assertThat(stage.events(Event.Sent.class)).extracting(Event.Sent::from).containsExactly(0);
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void timeStartsAtTheBeginning(Machine machine) {
    on(machine);
    long before = System.nanoTime();
    engine.begin();
    long now = engine.clock().nanos();
    assertThat(now).isBetween(0L, System.nanoTime() - before);
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void timersAreOfTheWallClock(Machine machine) throws InterruptedException {
    on(machine);
    engine.after(MS, () -> seen.add("device"));
    assertThat(seen.take()).isEqualTo("device");
    org.apache.pekko.actor.ActorSystem system = Adapter.toClassic(stage.system());
    system.scheduler().scheduleOnce(MS, () -> seen.add("timer"), system.dispatcher());
    assertThat(seen.take()).isEqualTo("timer");
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void aRunEndsAtItsTimeOrWhenItIsHalted(Machine machine) {
    on(machine);
    assertThat(engine.run(engine.clock().nanos())).isEqualTo(Engine.Halt.UNTIL);
    engine.halt();
    assertThat(stage.run()).isEqualTo(Engine.Halt.HALTED);
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void whatAHandlerMayNotThrowFailsTheRun(Machine machine) {
    on(machine);
    ActorRef<Object> task =
        task(
            "task",
            message -> {
              throw new StackOverflowError("deep");
            });
    task.tell("go");
    assertThat(stage.run()).isEqualTo(Engine.Halt.FAILED);
    assertThat(engine.failure()).isEqualTo("task threw java.lang.StackOverflowError: deep");
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void whatSubmittedWorkMayNotThrowFailsTheRun(Machine machine) {
    on(machine);
    engine.execute(
        () -> {
          throw new IllegalStateException("work");
        });
    assertThat(stage.run()).isEqualTo(Engine.Halt.FAILED);
    assertThat(engine.failure()).startsWith("java.lang.IllegalStateException: work (");
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void aQuietMachineHaltsWhereThatIsWanted(Machine machine) {
    on(machine);
    ActorRef<Object> last = task("last", seen::add);
    ActorRef<Object> first = task("first", last::tell);
    first.tell("end");
    engine.haltWhenQuiet();
    assertThat(stage.run()).isEqualTo(Engine.Halt.HALTED);
    assertThat(seen).containsExactly("end");
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void aMachineThatIsQuietAlreadyHaltsToo(Machine machine) throws InterruptedException {
    on(machine);
    task("task", message -> seen.add(Thread.currentThread())).tell("go");
    Waits.untilItWaits((Thread) seen.take());
    engine.haltWhenQuiet();
    assertThat(stage.run()).isEqualTo(Engine.Halt.HALTED);
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void whoPausesGoesOnAndKeepsTheMachineFromQuiet(Machine machine) {
    on(machine);
    ActorRef<Object> task =
        task(
            "task",
            message -> {
              seen.add(message instanceof Resume ? "on" : message);
              if (message.equals("pause")) {
                engine.pauseTurn(new Resume(), MS.multipliedBy(5));
              }
            });
    task.tell("pause");
    task.tell("next");
    engine.haltWhenQuiet();
    assertThat(stage.run()).isEqualTo(Engine.Halt.HALTED);
    assertThat(seen).containsExactly("pause", "on", "next");
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void whatWasSentToWhoStillPausesAtTheEndIsLost(Machine machine) {
    on(machine);
    ActorRef<Object> task =
        task("task", message -> engine.pauseTurn(new Resume(), Duration.ofHours(1)));
    task.tell("pause");
    task.tell("lost");
    untilItPauses((TaskCell) stage.taskOf(task));
    engine.exclusively(engine::countLost);
    List<Event.Dropped> dropped = new ArrayList<>();
    engine.exclusively(() -> dropped.addAll(stage.events(Event.Dropped.class)));
    assertThat(dropped).extracting(Event.Dropped::amount).containsExactly(1L);
  }

  private void untilItPauses(TaskCell task) {
    boolean[] pauses = {false};
    while (!pauses[0]) {
      engine.exclusively(() -> pauses[0] = task.pausing);
    }
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void whoYieldsGoesOnAfterTheOthers(Machine machine) throws InterruptedException {
    on(machine);
    ActorRef<Object> task =
        task(
            "task",
            message -> {
              seen.add(message instanceof Resume ? "on" : message);
              if (message.equals("yield")) {
                engine.yieldTurn(new Resume(), null, false);
              }
            });
    task.tell("yield");
    assertThat(seen.take()).isEqualTo("yield");
    assertThat(seen.take()).isEqualTo("on");
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void onlyATaskInItsTurnYields(Machine machine) {
    on(machine);
    assertThatThrownBy(() -> engine.yieldTurn(new Resume(), null, false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("only a task in its turn");
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void whatATaskConsumesIsTimeOfItsThread(Machine machine) throws InterruptedException {
    on(machine);
    task(
            "task",
            message -> {
              long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
              engine.consume(3_000_000);
              seen.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
            })
        .tell("go");
    assertThat((long) seen.take()).isGreaterThanOrEqualTo(3_000_000);
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void aTurnIsRecordedWithItsCoreItsReasonAndItsTime(Machine machine) {
    on(machine);
    ActorRef<Object> task =
        task(
            "task",
            message -> {
              engine.consume(1_000_000);
              if (message.equals("yield")) {
                engine.yieldTurn(new Resume(), null, false);
              }
            });
    int id = stage.taskOf(task).id();
    task.tell("yield");
    engine.haltWhenQuiet();
    stage.run();
    CompletableFuture<List<Event.Left>> all = new CompletableFuture<>();
    engine.exclusively(() -> all.complete(stage.events(Event.Left.class)));
    List<Event.Left> left = all.join().stream().filter(it -> it.task() == id).toList();
    assertThat(left).extracting(it -> it.why().name()).endsWith("YIELDED", "COMPLETED");
    Event.Left last = left.get(left.size() - 1);
    assertThat(last.served()).isBetween(1_000_000L, last.at());
    assertThat(last.core()).isBetween(0, machine.cores() - 1);
    assertThat(engine.lastWork()).isEqualTo(last.at());
    assertThat(stage.taskOf(task).cpu())
        .isEqualTo(left.stream().mapToLong(Event.Left::served).sum());
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void whatIsDoneToItIsDoneBeforeTheCallReturns(Machine machine) {
    on(machine);
    engine.exclusively(() -> seen.add("exclusively"));
    engine.drain(() -> seen.add("drained"));
    engine.post(() -> seen.add("posted"));
    stage.close();
    engine.exclusively(() -> seen.add("after the end"));
    assertThat(seen).containsExactly("exclusively", "drained", "posted", "after the end");
  }

  @ParameterizedTest
  @MethodSource(REAL)
  void whatIsRecordedHasItsTime(Machine machine) throws InterruptedException {
    on(machine);
    long before = engine.clock().nanos();
    engine.record((trace, at) -> seen.add(at));
    assertThat((long) seen.take()).isBetween(before, engine.clock().nanos());
  }
}
