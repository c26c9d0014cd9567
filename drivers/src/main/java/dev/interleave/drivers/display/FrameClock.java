package dev.interleave.drivers.display;

/**
 * When frames are painted: at once after a rest, else one period after the frame before began.
 * Times are nanoseconds since boot. Not threadsafe.
 */
final class FrameClock {
  private static final double SECOND = 1e9;

  private final long period;
  private long start;
  private long overdueSince = -1;
  private boolean scheduled;
  private boolean painting;

  /**
   * @param refresh frames a second at most
   */
  FrameClock(double refresh) {
    period = Math.max(1, Math.round(SECOND / refresh));
    start = -period;
  }

  /** A frame is wanted; false when one is on its way already. */
  boolean schedule() {
    boolean first = !scheduled;
    scheduled = true;
    return first;
  }

  /** How long until the next frame may begin. */
  long delay(long now) {
    return Math.max(0, start + period - now);
  }

  /** The time of the frame has come; false when it must wait for the one before. */
  boolean due(long now) {
    scheduled = false;
    if (painting && overdueSince < 0) {
      overdueSince = now;
    }
    return !painting;
  }

  void begin(long now) {
    painting = true;
    start = now;
  }

  /**
   * The frame is painted.
   *
   * @return how many periods a frame has waited for it, the one that began included; 0 when none
   */
  long end(long now) {
    painting = false;
    long missed = overdueSince < 0 ? 0 : (now - overdueSince) / period + 1;
    overdueSince = -1;
    return missed;
  }
}
