package dev.interleave.kernel.time;

/** A clock that stands until it is moved. Not threadsafe. */
public final class VirtualClock implements Clock {
  private long nanos;

  @Override
  public long nanos() {
    return nanos;
  }

  /**
   * Moves on.
   *
   * @throws IllegalArgumentException when that would go back
   */
  public void moveTo(long later) {
    if (later < nanos) {
      throw new IllegalArgumentException("time does not go back from " + nanos + " to " + later);
    }
    nanos = later;
  }
}
