package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** Threads that wait. */
final class Waits {
  private static final Set<Thread.State> WAITING =
      Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

  private Waits() {}

  /** Comes back when {@code thread} waits for something. */
  static void untilItWaits(Thread thread) {
    while (!WAITING.contains(thread.getState())) {
      Thread.onSpinWait();
    }
  }

  /**
   * The calling thread waits for a signal of {@code condition}, with a limit: ends when
   * interrupted.
   */
  static void forASignal(Lock lock, Condition condition) {
    lock.lock();
    try {
      assertThat(condition.await(1, TimeUnit.HOURS)).isTrue();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Comes back when {@code thread} has ended; it is no wait that a watchdog sees. */
  static void untilItEnds(Thread thread) {
    while (thread.isAlive()) {
      Thread.onSpinWait();
    }
  }
}
