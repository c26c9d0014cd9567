package dev.interleave.kernel.dispatch;

import java.util.function.Predicate;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.dispatch.Envelope;
import org.apache.pekko.dispatch.MessageQueue;
import org.jspecify.annotations.Nullable;

/**
 * Pekko's own queue, of a mailbox type that an actor requires (bounded, priority, deque). It may
 * refuse what it is offered, so how many it holds is asked of it and not counted beside it.
 */
final class ForeignMessages {
  private final ActorRef owner;
  private final MessageQueue queue;
  private @Nullable Envelope head;

  ForeignMessages(ActorRef owner, MessageQueue queue) {
    this.owner = owner;
    this.queue = queue;
  }

  void offer(Envelope envelope) {
    queue.enqueue(owner, envelope);
  }

  @Nullable Envelope poll() {
    Envelope first = peek();
    head = null;
    return first;
  }

  @Nullable Envelope peek() {
    if (head == null) {
      head = queue.dequeue();
    }
    return head;
  }

  @Nullable Envelope pollOldest(Predicate<Envelope> mayBeLost) {
    Envelope first = peek();
    return first != null && mayBeLost.test(first) ? poll() : null;
  }

  int size() {
    return queue.numberOfMessages() + (head == null ? 0 : 1);
  }

  /** Some queues do not say how many they hold, but each says whether it holds any. */
  boolean isEmpty() {
    return head == null && !queue.hasMessages();
  }
}
