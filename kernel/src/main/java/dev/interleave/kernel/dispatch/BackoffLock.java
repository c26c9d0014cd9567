package dev.interleave.kernel.dispatch;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock for short work. Who finds it taken tries again before it sleeps: after longer and longer
 * pauses, so that the other thread gets on meanwhile (Anderson, The Performance of Spin Lock
 * Alternatives for Shared-Memory Multiprocessors, 1990).
 */
final class BackoffLock {
  private static final int FIRST_PAUSE = 8;
  private static final int LAST_PAUSE = 512;

  private final ReentrantLock lock = new ReentrantLock();

  void acquire() {
    for (int pause = FIRST_PAUSE; pause <= LAST_PAUSE; pause *= 2) {
      if (lock.tryLock()) {
        return;
      }
      pause(pause);
    }
    lock.lock();
  }

  private static void pause(int spins) {
    for (int i = 0; i < spins; i++) {
      Thread.onSpinWait();
    }
  }

  void release() {
    lock.unlock();
  }

  /** Does {@code action} while the lock is held. */
  void holding(Runnable action) {
    acquire();
    try {
      action.run();
    } finally {
      release();
    }
  }

  /** Does {@code action} while the lock, which the caller holds, is not held. */
  void without(Runnable action) {
    release();
    try {
      action.run();
    } finally {
      acquire();
    }
  }

  Condition newCondition() {
    return lock.newCondition();
  }
}
