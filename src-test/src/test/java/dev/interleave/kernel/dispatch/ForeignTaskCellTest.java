package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.TaskSettings;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.dispatch.Envelope;
import org.apache.pekko.dispatch.UnboundedMailbox;
import org.junit.jupiter.api.Test;

class ForeignTaskCellTest {
  private final UnboundedMailbox.MessageQueue queue = new UnboundedMailbox.MessageQueue();
  private final TaskCell task =
      new ForeignTaskCell(
          1,
          "task",
          TaskProfile.of(TaskSettings.DEFAULT),
          new ForeignMessages(ActorRef.noSender(), queue),
          (cell, left) -> {});
  private final Envelope one = Cells.message("one");

  @Test
  void itsMessagesAreThoseOfTheMailbox() {
    assertThat(task.hasMessages()).isFalse();
    task.offer(one, 1, 10);
    assertThat(queue.numberOfMessages()).isEqualTo(1);
    assertThat(task.hasMessages()).isTrue();
    assertThat(task.peekNext()).isSameAs(one);
    assertThat(task.numberOfMessages()).isEqualTo(1);
    assertThat(task.takeNext()).isSameAs(one);
    assertThat(task.takeNext()).isNull();
  }

  @Test
  void theOldestMayBeLost() {
    task.offer(one, 1, 10);
    assertThat(task.pollOldest(it -> it == one)).isSameAs(one);
    assertThat(task.pollOldest(it -> true)).isNull();
  }

  @Test
  void itIsReleasedWhenItBecomesReadySinceNoStampsAreKept() {
    task.offer(one, 1, 10);
    task.release(7, 70);
    assertThat(task.releaseOrder).isEqualTo(7);
    assertThat(task.released()).isEqualTo(70);
  }
}
