package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interleave.kernel.MailboxSettings;
import dev.interleave.kernel.RestartSettings;
import dev.interleave.kernel.TaskSettings;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Task;
import dev.interleave.kernel.trace.Event;
import dev.interleave.testkit.timeline.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.DeadLetter;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.MailboxSelector;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.eventstream.EventStream;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskRegistryTest {
  private static final Duration MS = Duration.ofMillis(1);
  private static final TaskSettings URGENT =
      new TaskSettings(
          9, 1, Optional.empty(), MailboxSettings.DEFAULT, Map.of(), RestartSettings.DEFAULT);

  private final Stage stage = Stage.simulated(1, new Fifo());
  private final List<ActorRef<String>> children = new ArrayList<>();
  private final List<Object> dead = new ArrayList<>();

  @AfterEach
  void close() {
    stage.close();
  }

  private static Behavior<String> ending() {
    return Behaviors.receiveMessage(
        said -> said.equals("stop") ? Behaviors.stopped() : Behaviors.same());
  }

  private Behavior<String> parent(MailboxSelector mailbox) {
    return Behaviors.setup(
        context -> {
          children.add(context.spawn(ending(), "child", mailbox));
          return Behaviors.empty();
        });
  }

  private Task taskOf(ActorRef<?> ref) {
    return stage.engine().task(Adapter.toClassic(ref));
  }

  @Test
  void anActorOfTheSystemIsNoTask() {
    ActorRef<String> clerk = stage.system().systemActorOf(ending(), "clerk", Props.empty());
    assertThat(taskOf(clerk)).isNull();
    assertThat(Engine.nameOf(Adapter.toClassic(clerk).path())).isEqualTo("/system/clerk");
    assertThat(taskOf(stage.system().deadLetters())).isNull();
  }

  @Test
  void aChildIsNamedAfterItsParentAndTreatedAsItsComponent() {
    ActorRef<String> parent =
        stage.task("parent", URGENT, parent(MailboxSelector.defaultMailbox()));
    assertThat(Engine.nameOf(Adapter.toClassic(parent).path())).isEqualTo("parent");
    Task child = taskOf(children.get(0));
    assertThat(child.name()).isEqualTo("parent.child");
    assertThat(child.priority()).isEqualTo(9);
    assertThat(taskOf(stage.task("other", ending())).priority()).isZero();
  }

  @Test
  void aTaskIsRecordedWithItsNumberAndItsParents() {
    ActorRef<String> parent = stage.task("parent", parent(MailboxSelector.bounded(8)));
    assertThat(stage.events(Event.Started.class))
        .extracting(Event.Started::task, Event.Started::parent)
        .containsExactly(tuple(1, 0), tuple(2, taskOf(parent).id()));
  }

  @Test
  void aMailboxThatAnActorRequiresIsFoundUntilItsTaskEnds() {
    stage.task("parent", parent(MailboxSelector.bounded(8)));
    ActorRef<String> child = children.get(0);
    assertThat(taskOf(child).name()).isEqualTo("parent.child");
    stage.at(MS, () -> child.tell("stop"));
    stage.run();
    assertThat(taskOf(child)).isNull();
  }

  @Test
  void whatATaskLeavesBehindBecomesDeadLetters() {
    stage.system().eventStream().tell(new EventStream.Subscribe<>(DeadLetter.class, listener()));
    ActorRef<String> task = stage.task("task", ending());
    stage.at(MS, () -> List.of("stop", "one", "two").forEach(task::tell));
    stage.run();
    assertThat(dead).containsExactly("one", "two");
  }

  private ActorRef<DeadLetter> listener() {
    return stage
        .system()
        .systemActorOf(
            Behaviors.<DeadLetter>receiveMessage(
                letter -> {
                  dead.add(letter.message());
                  return Behaviors.same();
                }),
            "listener",
            Props.empty());
  }
}
