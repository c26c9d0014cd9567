package dev.interleave.kernel.plain;

import dev.interleave.kernel.plain.Conversation.Say;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** A task of the plain machine: its mailbox, its turn, its place among those that wait. */
final class PlainTask {
  final int number;
  final Conversation.Talker is;
  final ArrayDeque<Message> mailbox = new ArrayDeque<>();
  final ArrayDeque<Effect> effects = new ArrayDeque<>();
  boolean waits;
  boolean inTurn;
  long turn;
  long owed;
  long served;
  long release;
  long entry;
  @Nullable PlainCore lastCore;

  /** A message, and which in the order of all. */
  record Message(Say said, long order) {}

  /** Something that a handler did after having consumed so much. */
  record Effect(long offset, int to, Say said) {}

  PlainTask(int number, Conversation.Talker is) {
    this.number = number;
    this.is = is;
  }

  boolean effectIsDue() {
    return !effects.isEmpty() && effects.getFirst().offset == served;
  }

  boolean owesNothing() {
    return effects.isEmpty() && owed == served;
  }
}
