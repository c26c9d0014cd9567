package dev.interleave.kernel.dispatch;

/** A policy does what none may; the message says what, for who wrote it. */
final class BrokenPolicy extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what it did, after the words "the policy"
   */
  BrokenPolicy(String what) {
    super("the policy " + what);
  }
}
