package dev.interleave.kernel.dispatch;

import java.util.concurrent.locks.Condition;

/**
 * The real cores that have nothing to do. While another core runs, one idle core looks again by
 * itself now and then: a single task that gets ready in the middle of a turn mostly waits for the
 * end of that turn only, and waking a thread for it costs more. Guarded by the engine's lock.
 */
final class IdleCores {
  private static final long LOOK_AGAIN_NANOS = 100_000;

  private final Condition work;
  private final int cores;
  private int idle;
  private boolean looking;

  IdleCores(BackoffLock lock, int cores) {
    this.work = lock.newCondition();
    this.cores = cores;
  }

  /** Whether the calling core, which rests next, is the last one. */
  boolean allButOne() {
    return idle == cores - 1;
  }

  /** The calling core waits, at most once: it looks for work again, however it was woken. */
  @SuppressWarnings("WaitNotInLoop")
  void rest() {
    idle++;
    if (idle < cores && !looking) {
      lookAgainLater();
    } else {
      work.awaitUninterruptibly();
    }
    idle--;
  }

  @SuppressWarnings("WaitNotInLoop")
  private void lookAgainLater() {
    looking = true;
    try {
      work.awaitNanos(LOOK_AGAIN_NANOS);
    } catch (InterruptedException leftByAHandler) {
      // meant for that handler; throwing it has cleared it
    } finally {
      looking = false;
    }
  }

  /** There is something to do. */
  void wakeOne() {
    if (idle > 0) {
      work.signal();
    }
  }

  /** A turn made a task ready, so that {@code ready} are; its core can take one of them itself. */
  void wakeForMoreThanOne(int ready) {
    if (!looking || ready > 1) {
      wakeOne();
    }
  }

  void wakeAll() {
    work.signalAll();
  }
}
