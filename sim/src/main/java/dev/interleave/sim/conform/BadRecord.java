package dev.interleave.sim.conform;

/** A line that is no record; the message says what would be one. */
final class BadRecord extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadRecord(String message) {
    super(message);
  }
}
