package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.dispatch.Envelope;
import org.apache.pekko.dispatch.UnboundedMailbox;
import org.junit.jupiter.api.Test;

class ForeignMessagesTest {
  private final UnboundedMailbox.MessageQueue queue = new UnboundedMailbox.MessageQueue();
  private final ForeignMessages messages = new ForeignMessages(ActorRef.noSender(), queue);
  private final Envelope one = Cells.message("one");
  private final Envelope two = Cells.message("two");

  private void offerBoth() {
    messages.offer(one);
    messages.offer(two);
  }

  @Test
  void theyAreTheQueues() {
    offerBoth();
    assertThat(queue.numberOfMessages()).isEqualTo(2);
    assertThat(messages.poll()).isSameAs(one);
    assertThat(messages.poll()).isSameAs(two);
    assertThat(messages.poll()).isNull();
  }

  @Test
  void whatWasLookedAtIsStillThere() {
    offerBoth();
    assertThat(messages.peek()).isSameAs(one);
    assertThat(messages.peek()).isSameAs(one);
    assertThat(messages.size()).isEqualTo(2);
    assertThat(messages.poll()).isSameAs(one);
    assertThat(messages.size()).isEqualTo(1);
  }

  @Test
  void itIsEmptyWhenTheQueueIsAndNothingWasLookedAt() {
    assertThat(messages.isEmpty()).isTrue();
    messages.offer(one);
    assertThat(messages.isEmpty()).isFalse();
    messages.peek();
    assertThat(messages.isEmpty()).isFalse();
    messages.poll();
    assertThat(messages.isEmpty()).isTrue();
  }

  @Test
  void onlyTheOldestMayBeLost() {
    assertThat(messages.pollOldest(any -> true)).isNull();
    offerBoth();
    assertThat(messages.pollOldest(it -> it == two)).isNull();
    assertThat(messages.size()).isEqualTo(2);
    assertThat(messages.pollOldest(it -> it == one)).isSameAs(one);
    assertThat(messages.size()).isEqualTo(1);
  }
}
