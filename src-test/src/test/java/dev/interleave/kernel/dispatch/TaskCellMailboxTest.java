package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.testkit.timeline.Stage;
import java.util.ArrayDeque;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.dispatch.sysmsg.Terminate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a task may do next, with the mailbox of a real actor. */
class TaskCellMailboxTest {
  private final Stage stage = Stage.simulated(1, new Fifo());
  private final ActorRef<String> actor =
      stage.task("a", Behaviors.receiveMessage(told -> Behaviors.same()));
  private final TaskCell task = (TaskCell) stage.taskOf(actor);

  @AfterEach
  void close() {
    stage.close();
  }

  private void hasAMessage() {
    task.offer(Cells.message("one"), 1, 1);
  }

  private void may(boolean run, boolean plainly) {
    assertThat(task.runnable()).as("runnable").isEqualTo(run);
    assertThat(task.isPlain()).as("plain").isEqualTo(plainly);
  }

  @Test
  void withoutAMessageThereIsNothingToDo() {
    may(false, false);
    assertThat(task.mayReceive()).isTrue();
    assertThat(task.mayGoOn()).isTrue();
  }

  @Test
  void aMessageIsATurn() {
    hasAMessage();
    may(true, true);
  }

  @Test
  void aJobThatGoesOnIsATurnOfItsOwnKind() {
    task.resume = Cells.message("resume");
    may(true, false);
    assertThat(task.mayGoOn()).isFalse();
  }

  @Test
  void whoIsBlockedWaits() {
    hasAMessage();
    task.blockedOn = 1;
    may(false, false);
    assertThat(task.mayReceive()).isFalse();
  }

  @Test
  void whoPausesWaits() {
    hasAMessage();
    task.pausing = true;
    assertThat(task.runnable()).isFalse();
    assertThat(task.mayReceive()).isFalse();
  }

  @Test
  void whoIsSuspendedWaits() {
    hasAMessage();
    task.mailbox().suspend();
    may(false, false);
    task.mailbox().resume();
    may(true, true);
  }

  @Test
  void aSystemMessageComesFirst() {
    hasAMessage();
    task.mailbox().systemEnqueue(task.actor().self(), new Terminate());
    may(true, false);
    assertThat(task.mayGoOn()).isFalse();
  }

  @Test
  void inTheMiddleOfATurnNoneBegins() {
    hasAMessage();
    task.inTurn = true;
    assertThat(task.isPlain()).isFalse();
    task.inTurn = false;
  }

  @Test
  void whoseSendersWaitForRoomHasToLetThemIn() {
    hasAMessage();
    task.parked = new ArrayDeque<>();
    assertThat(task.isPlain()).isFalse();
  }
}
