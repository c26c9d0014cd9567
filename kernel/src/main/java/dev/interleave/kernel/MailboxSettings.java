package dev.interleave.kernel;

/**
 * The bound of a mailbox.
 *
 * @param capacity the most messages that may wait; at least 1
 * @param overflow what happens to a message that finds it full
 */
public record MailboxSettings(int capacity, Overflow overflow) {

  /** 100,000 messages; one more is rejected. */
  public static final MailboxSettings DEFAULT = new MailboxSettings(100_000, Overflow.REJECT);

  public MailboxSettings {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity must be at least 1, not " + capacity);
    }
  }
}
