package dev.interleave.kernel.dispatch;

/** Runs what Pekko's mailboxes do. */
final class Mailboxes {

  private Mailboxes() {}

  /**
   * Runs {@code work}. A handler that throws {@link InterruptedException} is its actor's failure
   * and nothing else: the mailbox sees to that, and then throws it on all the same.
   */
  static void run(Runnable work) {
    try {
      work.run();
    } catch (Throwable thrown) {
      if (!(thrown instanceof InterruptedException)) {
        throw thrown;
      }
    }
  }
}
