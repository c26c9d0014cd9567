package dev.interleave.kernel.dispatch;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.dispatch.Envelope;
import org.apache.pekko.dispatch.MessageQueue;
import org.jspecify.annotations.Nullable;

/**
 * Pekko's own queue: of a mailbox type that an actor requires (bounded, priority, deque), or one
 * that many threads may fill. Any thread may offer; only the task's turn may take.
 */
final class ForeignMessages implements Messages {
  private final ActorRef owner;
  private final MessageQueue queue;
  private final AtomicInteger size = new AtomicInteger();
  private @Nullable Envelope head;

  ForeignMessages(ActorRef owner, MessageQueue queue) {
    this.owner = owner;
    this.queue = queue;
  }

  @Override
  public void offer(Envelope envelope, long order, long at) {
    size.incrementAndGet();
    queue.enqueue(owner, envelope);
  }

  @Override
  public @Nullable Envelope poll() {
    Envelope first = peek();
    head = null;
    if (first == null) {
      size.set(0);
    } else {
      size.decrementAndGet();
    }
    return first;
  }

  @Override
  public @Nullable Envelope peek() {
    if (head == null) {
      head = queue.dequeue();
    }
    return head;
  }

  @Override
  public int size() {
    return size.get();
  }

  @Override
  public long headOrder(long otherwise) {
    return otherwise;
  }

  @Override
  public long headAt(long otherwise) {
    return otherwise;
  }
}
