package dev.interleave.kernel.dispatch;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps virtual time at the pace of the wall clock while somebody outside may still speak. The one
 * place where the simulated dispatcher reads the wall clock.
 */
final class Pace {
  private final double pace;
  private final AtomicInteger expected = new AtomicInteger();
  private volatile @Nullable Thread waiting;
  private volatile boolean woken;
  private long wallOrigin;
  private long virtualOrigin;

  /**
   * @param pace virtual seconds a wall-clock second; 0 waits for input but not for the clock
   */
  Pace(double pace) {
    this.pace = pace;
  }

  void expect(int change) {
    if (expected.getAndAdd(change) == 0) {
      wallOrigin = 0;
    }
    wake();
  }

  boolean live() {
    return expected.get() > 0;
  }

  /** Any thread: there is something to look at. */
  void wake() {
    woken = true;
    Thread thread = waiting;
    if (thread != null) {
      LockSupport.unpark(thread);
    }
  }

  /**
   * Waits until virtual time {@code target} has come on the wall clock, or something arrives.
   *
   * @return the virtual time that has come: {@code target}, or less when something arrived before
   */
  long await(long now, long target, Inlet inlet) {
    start(now);
    waiting = Thread.currentThread();
    long reached = reached(now, target);
    while (reached < target && inlet.isEmpty() && !woken && live()) {
      sleep(target - reached, target);
      reached = reached(now, target);
    }
    waiting = null;
    woken = false;
    return reached;
  }

  private void sleep(long virtualNanos, long target) {
    if (target == Long.MAX_VALUE) {
      LockSupport.park(this);
    } else {
      LockSupport.parkNanos(this, Math.max(1, (long) (virtualNanos / pace)));
    }
  }

  private void start(long now) {
    if (wallOrigin == 0) {
      wallOrigin = System.nanoTime();
      virtualOrigin = now;
    }
  }

  private long reached(long now, long target) {
    if (pace == 0) {
      return target == Long.MAX_VALUE ? now : target;
    }
    long virtual = virtualOrigin + (long) ((System.nanoTime() - wallOrigin) * pace);
    return Math.min(target, Math.max(now, virtual));
  }
}
