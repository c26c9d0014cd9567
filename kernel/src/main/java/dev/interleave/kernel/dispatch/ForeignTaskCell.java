package dev.interleave.kernel.dispatch;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.pekko.dispatch.Envelope;
import org.jspecify.annotations.Nullable;

/** A task whose messages are in a mailbox that its actor requires, which keeps no stamps. */
final class ForeignTaskCell extends TaskCell {
  private final ForeignMessages messages;

  ForeignTaskCell(
      int id,
      String name,
      TaskProfile profile,
      ForeignMessages messages,
      BiConsumer<TaskCell, Consumer<Envelope>> cleaner) {
    super(id, name, profile, false, cleaner);
    this.messages = messages;
  }

  @Override
  void offer(Envelope envelope, long order, long at) {
    messages.offer(envelope);
  }

  @Override
  @Nullable Envelope poll() {
    return messages.poll();
  }

  @Override
  @Nullable Envelope peek() {
    return messages.peek();
  }

  @Override
  @Nullable Envelope pollOldest(Predicate<Envelope> mayBeLost) {
    return messages.pollOldest(mayBeLost);
  }

  @Override
  int size() {
    return messages.size();
  }

  @Override
  boolean isEmpty() {
    return messages.isEmpty();
  }
}
