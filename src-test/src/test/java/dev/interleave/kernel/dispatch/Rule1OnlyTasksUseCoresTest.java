package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Event;
import dev.interleave.testkit.timeline.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Rule1OnlyTasksUseCoresTest {
  private final Stage stage = Stage.simulated(1, new Fifo());
  private final List<String> seen = new ArrayList<>();

  @AfterEach
  void close() {
    stage.close();
  }

  private Behavior<String> worker(Duration cpu) {
    return Behaviors.receiveMessage(
        message -> {
          seen.add(message + " at " + stage.time().toMillis());
          if (!cpu.isZero()) {
            stage.consume(cpu);
          }
          return Behaviors.same();
        });
  }

  @Test
  void anActorOfTheSystemWorksAtOnceWhileTheOneCoreIsBusy() {
    ActorRef<String> system =
        stage.system().systemActorOf(worker(Duration.ZERO), "clerk", Props.empty());
    ActorRef<String> task = stage.task("a", worker(Duration.ofMillis(10)));
    stage.at(Duration.ofMillis(0), () -> task.tell("task"));
    stage.at(Duration.ofMillis(3), () -> system.tell("system"));
    stage.at(Duration.ofMillis(3), () -> task.tell("task again"));
    stage.run();
    assertThat(seen).containsExactly("task at 0", "system at 3", "task again at 10");
  }

  @Test
  void submittedRunnablesRunAtOnceInTheOrderOfTheirSubmission() {
    ActorRef<String> task = stage.task("a", worker(Duration.ofMillis(10)));
    task.tell("task");
    stage.at(
        Duration.ofMillis(4),
        () -> {
          stage.system().executionContext().execute(() -> seen.add("one"));
          stage.system().executionContext().execute(() -> seen.add("two"));
        });
    stage.at(Duration.ofMillis(4), () -> seen.add("later event of the instant"));
    stage.run();
    assertThat(seen).containsExactly("task at 0", "one", "two", "later event of the instant");
  }

  @Test
  void theTraceHasTasksOnly() {
    stage.system().systemActorOf(worker(Duration.ZERO), "clerk", Props.empty()).tell("hello");
    stage.task("a", worker(Duration.ZERO)).tell("task");
    stage.run();
    assertThat(stage.events(Event.Started.class))
        .extracting(Event.Started::name)
        .containsExactly("a");
    assertThat(stage.events(Event.Taken.class)).extracting(Event::task).containsOnly(1);
  }

  @Test
  void aChildOfATaskIsATaskNamedAfterIt() {
    ActorRef<String> parent =
        stage.task(
            "a",
            Behaviors.<String>receive(
                (context, message) -> {
                  context.spawn(worker(Duration.ZERO), "b").tell(message);
                  return Behaviors.same();
                }));
    parent.tell("down");
    stage.run();
    assertThat(stage.events(Event.Started.class))
        .extracting(Event.Started::name, Event.Started::parent)
        .containsExactly(tuple("a", 0), tuple("a.b", 1));
  }
}
