package dev.interleave.kernel.dispatch;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Burns CPU time of the calling thread; time in which the thread has no processor does not count.
 */
final class CpuBurner {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CpuBurner() {}

  static void burn(long nanos) {
    if (nanos > 0) {
      boolean measured = THREADS.isCurrentThreadCpuTimeSupported();
      long end = now(measured) + nanos;
      while (now(measured) < end) {
        Thread.onSpinWait();
      }
    }
  }

  private static long now(boolean measured) {
    return measured ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
  }
}
