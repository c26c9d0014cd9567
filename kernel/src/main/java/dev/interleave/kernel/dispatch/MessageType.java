package dev.interleave.kernel.dispatch;

/**
 * What the engine needs to know of a type of message.
 *
 * @param number of its name in the trace
 * @param costNanos CPU time that such a message costs its receiver before the handler runs
 * @param kernel whether it is the kernel's own, so that no bound of a mailbox applies
 */
record MessageType(int number, long costNanos, boolean kernel) {
  static final MessageType NONE = new MessageType(0, 0, true);
}
