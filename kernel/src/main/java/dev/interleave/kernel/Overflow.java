package dev.interleave.kernel;

/** What happens to a message that finds a mailbox full. Every loss is counted at the mailbox. */
public enum Overflow {
  /** It is lost, and who asked is told so at once. */
  REJECT,
  /** It is lost. */
  DROP_NEWEST,
  /** The message that waited longest is lost instead. */
  DROP_OLDEST,
  /** Nothing is lost: the sender gets no further turn until there is room. */
  BLOCK
}
