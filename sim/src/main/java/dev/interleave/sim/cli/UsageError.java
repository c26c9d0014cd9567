package dev.interleave.sim.cli;

/** The command line asks for something that cannot be; the message says what would be right. */
final class UsageError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageError(String message) {
    super(message);
  }
}
