package dev.interleave.kernel.time;

/** The wall clock, since it was made or since {@link #begin}. Threadsafe. */
public final class WallClock implements Clock {
  private volatile long boot = System.nanoTime();

  /** Starts from zero. */
  public void begin() {
    boot = System.nanoTime();
  }

  @Override
  public long nanos() {
    return System.nanoTime() - boot;
  }
}
