package dev.interleave.kernel.dispatch;

import java.util.function.Predicate;
import org.apache.pekko.dispatch.Envelope;
import org.jspecify.annotations.Nullable;

/** The messages that wait for a task, in the order of their sending, with when they were sent. */
interface Messages {

  void offer(Envelope envelope, long order, long at);

  @Nullable Envelope poll();

  /** What {@link #poll} would return. For the task's own turn. */
  @Nullable Envelope peek();

  /**
   * Takes the oldest message of those that may be lost; null when there is none, or the queue has
   * an order of its own and its head may not be lost.
   */
  @Nullable Envelope pollOldest(Predicate<Envelope> mayBeLost);

  int size();

  boolean isEmpty();

  /** The order of the oldest message; {@code otherwise} when there is none or it is not kept. */
  long headOrder(long otherwise);

  /** The time of the oldest message; {@code otherwise} when there is none or it is not kept. */
  long headAt(long otherwise);
}
