package dev.interleave.sim.conform;

/** A record asks for what this simulator does not have; the message says what that is. */
final class Unsupported extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unsupported(String what) {
    super(what);
  }
}
