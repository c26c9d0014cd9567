package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.dispatch.TaskCell.State;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Trace;
import dev.interleave.testkit.timeline.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.MailboxSelector;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.dispatch.Mailbox;
import org.apache.pekko.dispatch.sysmsg.Suspend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a task when its turn is over, state by state. */
class AfterATurnTest {
  private static final Duration MS = Duration.ofMillis(1);

  private final Stage stage = Stage.simulated(1, new Fifo());
  private final Bookkeeping book = ((SerialEngine) stage.engine()).book;

  @AfterEach
  void close() {
    stage.close();
  }

  private static Behavior<String> ending() {
    return Behaviors.receiveMessage(
        said -> said.equals("stop") ? Behaviors.stopped() : Behaviors.same());
  }

  private TaskCell task(String name) {
    return (TaskCell) stage.taskOf(stage.task(name, ending()));
  }

  private static Yielding yields(boolean serving) {
    return new Yielding(Cells.message("resume"), null, serving, null);
  }

  private static Yielding pauses() {
    return new Yielding(Cells.message("resume"), null, false, MS);
  }

  @Test
  void whoYieldsAndServesIsReadyForWhatWaits() {
    TaskCell task = task("task");
    book.accept(task("other"), Cells.message("x"), null);
    task.offer(Cells.message("y"), 1, 0);
    task.yielding = yields(true);
    book.afterTurn(task);
    assertThat(task.state).isEqualTo(State.READY);
    assertThat(task.numberOfMessages()).isEqualTo(1);
  }

  @Test
  void whoYieldsWaitsWhateverItWasSent() {
    TaskCell task = task("task");
    book.accept(task("other"), Cells.message("x"), null);
    task.offer(Cells.message("y"), 1, 0);
    task.yielding = yields(false);
    book.afterTurn(task);
    assertThat(task.state).isEqualTo(State.HELD);
  }

  @Test
  void whoPausesSeesToItsLifeCycleMeanwhile() {
    TaskCell task = task("task");
    task.mailbox().systemEnqueue(task.actor().self(), new Suspend());
    task.yielding = pauses();
    book.afterTurn(task);
    assertThat(task.state).isEqualTo(State.READY);
  }

  @Test
  void whoPausesReceivesNothingMeanwhile() {
    TaskCell task = task("task");
    task.offer(Cells.message("y"), 1, 0);
    task.yielding = pauses();
    book.afterTurn(task);
    assertThat(task.state).isEqualTo(State.IDLE);
    assertThat(book.pauses.keepMessages()).isTrue();
  }

  @Test
  void whoEndsPausesNoLonger() {
    ActorRef<String> actor = stage.task("task", ending());
    TaskCell task = (TaskCell) stage.taskOf(actor);
    stage.at(MS, () -> actor.tell("stop"));
    stage.run();
    book.pauses.begin(task, Cells.message("resume"));
    book.afterTurn(task);
    assertThat(task.pausing).isFalse();
    assertThat(task.state).isEqualTo(State.STOPPED);
  }

  @Test
  void whoseMailboxIsItsOwnIsForgottenToo() {
    List<ActorRef<String>> children = new ArrayList<>();
    stage.task(
        "parent",
        Behaviors.setup(
            context -> {
              children.add(context.spawn(ending(), "bounded", MailboxSelector.bounded(8)));
              return Behaviors.empty();
            }));
    Mailbox mailbox = ((TaskCell) stage.taskOf(children.get(0))).mailbox();
    assertThat(stage.engine().tasks.of(mailbox)).isNotNull();
    stage.at(MS, () -> children.get(0).tell("stop"));
    stage.run();
    assertThat(stage.engine().tasks.of(mailbox)).isNull();
  }

  @Test
  void whatIsSentArrivesAlsoWhereNobodyWantsToKnowWhen() {
    List<String> seen = new ArrayList<>();
    try (Stage untraced = new Stage(Machine.Simulated.of(1, 1), new Fifo(), Trace.off())) {
      ActorRef<String> task =
          untraced.task(
              "task",
              Behaviors.receiveMessage(
                  said -> {
                    seen.add(said);
                    return Behaviors.same();
                  }));
      untraced.at(MS, () -> task.tell("a"));
      untraced.at(MS, () -> task.tell("b"));
      untraced.run();
    }
    assertThat(seen).containsExactly("a", "b");
  }
}
