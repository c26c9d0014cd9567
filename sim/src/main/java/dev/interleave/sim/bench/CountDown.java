package dev.interleave.sim.bench;

import java.util.concurrent.atomic.AtomicInteger;

/** Does something when so many have come. Threadsafe. */
final class CountDown {
  private final AtomicInteger left;
  private final Runnable last;

  CountDown(int count, Runnable last) {
    this.left = new AtomicInteger(count);
    this.last = last;
  }

  void down() {
    if (left.decrementAndGet() == 0) {
      last.run();
    }
  }

  /** Whether all have come. */
  boolean isOver() {
    return left.get() <= 0;
  }
}
