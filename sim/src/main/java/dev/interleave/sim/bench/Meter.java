package dev.interleave.sim.bench;

import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;

/** Measures from a start to a stop, which may be on different threads. Threadsafe. */
final class Meter {
  private final LongSupplier gauge;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile long from;
  private volatile long to;

  /**
   * @param gauge what is read at the start and at the stop
   */
  Meter(LongSupplier gauge) {
    this.gauge = gauge;
  }

  void start() {
    from = gauge.getAsLong();
  }

  void stop() {
    to = gauge.getAsLong();
    stopped.countDown();
  }

  /** Waits for the stop; by how much the gauge has risen. */
  long measured() {
    try {
      stopped.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
    return to - from;
  }

  /** Bytes that are in use when everything has been collected that can be. */
  static long memory() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
