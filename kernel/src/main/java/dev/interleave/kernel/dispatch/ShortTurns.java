package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.time.Clock;

/**
 * Whether turns are so short that several real cores at once would only wait for each other's lock:
 * then one core does more alone. Guarded by the engine's lock.
 */
final class ShortTurns {
  private static final int WINDOW = 64;
  private static final long SHORT_NANOS = 500;

  private final Clock clock;
  private long from;
  private int turns;
  private boolean found;

  ShortTurns(Clock clock) {
    this.clock = clock;
  }

  /** A turn begins on one of {@code active} cores. */
  void turn(int active) {
    if (++turns == WINDOW) {
      long now = clock.nanos();
      found = (now - from) * active < WINDOW * SHORT_NANOS && now > from;
      from = now;
      turns = 0;
    }
  }

  /** Whether the last ones were. */
  boolean found() {
    return found;
  }

  /**
   * Somebody looked on for a while: turns are short only if a window ended meanwhile that says so.
   *
   * @param since what {@link #mark} was then
   */
  void lookedOn(long since) {
    found = found && from > since;
  }

  /** Tells a moment from later ones. */
  long mark() {
    return clock.nanos();
  }
}
