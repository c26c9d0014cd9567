package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Event;
import dev.interleave.testkit.timeline.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SerialEngineTest {
  private static final Duration MS = Duration.ofMillis(1);

  private record Resume() implements KernelMessage {}

  @FunctionalInterface
  private interface Deed {
    void on(ActorContext<Object> context, Object message);
  }

  private final Stage stage = Stage.simulated(1, new Fifo());
  private final Engine engine = stage.engine();
  private final List<String> seen = new ArrayList<>();

  @AfterEach
  void close() {
    stage.close();
  }

  private static Behavior<Object> doing(Deed deed) {
    return Behaviors.receive(
        (context, message) -> {
          deed.on(context, message);
          return Behaviors.same();
        });
  }

  private void note(Object what) {
    seen.add(what + "@" + stage.time().toMillis());
  }

  /** Pauses for 5 ms at the word "pause". */
  private ActorRef<Object> pausing() {
    return stage.task(
        "pausing",
        doing(
            (context, message) -> {
              note(message instanceof Resume ? "on" : message);
              if (message.equals("pause")) {
                engine.pauseTurn(new Resume(), MS.multipliedBy(5));
              }
            }));
  }

  @Test
  void whatATurnSubmitsIsDoneBeforeTheNextTurn() {
    ActorRef<Object> one =
        stage.task(
            "one",
            doing(
                (context, message) -> {
                  note("one");
                  context.getExecutionContext().execute(() -> note("work"));
                }));
    ActorRef<Object> two = stage.task("two", doing((context, message) -> note("two")));
    stage.at(
        MS,
        () -> {
          one.tell("go");
          two.tell("go");
        });
    stage.run();
    assertThat(seen).containsExactly("one@1", "work@1", "two@1");
  }

  @Test
  void whoPausesGoesOnAfterItsDelay() {
    ActorRef<Object> task = pausing();
    stage.at(MS, () -> task.tell("pause"));
    stage.at(MS.multipliedBy(2), () -> task.tell("next"));
    stage.run();
    assertThat(seen).containsExactly("pause@1", "on@6", "next@6");
  }

  @Test
  void whatWasSentToWhoStillPausesAtTheEndIsLost() {
    ActorRef<Object> task = pausing();
    int id = stage.taskOf(task).id();
    stage.at(MS, () -> task.tell("pause"));
    stage.at(MS.multipliedBy(2), () -> task.tell("next"));
    engine.run(MS.multipliedBy(3).toNanos());
    engine.countLost();
    assertThat(stage.events(Event.Dropped.class))
        .extracting(Event.Dropped::at, Event.Dropped::task, Event.Dropped::amount)
        .containsExactly(tuple(3_000_000L, id, 1L));
  }

  @Test
  void whatIsDrainedIsDone() {
    engine.drain(() -> note("drained"));
    assertThat(seen).containsExactly("drained@0");
  }

  @Test
  void onlyATaskInItsTurnConsumes() {
    assertThatThrownBy(() -> engine.consume(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("only a task in its turn");
  }

  @Test
  void whatAHandlerMayNotThrowFailsTheRun() {
    ActorRef<Object> task =
        stage.task(
            "task",
            doing(
                (context, message) -> {
                  throw new StackOverflowError("deep");
                }));
    stage.at(MS, () -> task.tell("go"));
    assertThat(stage.run()).isEqualTo(Engine.Halt.FAILED);
    assertThat(engine.failure()).isEqualTo("task threw java.lang.StackOverflowError: deep");
  }
}
