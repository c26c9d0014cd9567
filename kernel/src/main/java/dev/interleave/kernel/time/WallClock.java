package dev.interleave.kernel.time;

/** The wall clock since it was made. Threadsafe. */
public final class WallClock implements Clock {
  private final long boot = System.nanoTime();

  @Override
  public long nanos() {
    return System.nanoTime() - boot;
  }
}
