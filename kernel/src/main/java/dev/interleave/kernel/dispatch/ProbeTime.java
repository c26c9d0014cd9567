package dev.interleave.kernel.dispatch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What the probes of Pekko's test kit call in place of the platform's methods of the same names:
 * the time is virtual for a thread that drives a simulated system. Any thread.
 */
public final class ProbeTime {
  private ProbeTime() {}

  /** As {@link System#nanoTime}. */
  public static long nanoTime() {
    OutsideTime virtual = OutsideTime.ofTheCaller();
    return virtual == null ? System.nanoTime() : virtual.nanos();
  }

  /**
   * As {@link Thread#sleep(long)}. One of 0, by which a probe looks again until its limit has come,
   * takes a millisecond: virtual time goes on for nobody who looks.
   */
  public static void sleep(long millis) throws InterruptedException {
    OutsideTime virtual = OutsideTime.toWaitIn();
    if (virtual == null) {
      Thread.sleep(millis);
    } else {
      virtual.await(new CompletableFuture<>(), TimeUnit.MILLISECONDS.toNanos(Math.max(1, millis)));
    }
  }
}
