package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.time.Clock;
import java.util.concurrent.locks.Condition;

/**
 * The real cores that have nothing to do. While another core runs, one idle core looks again by
 * itself now and then: a single task that gets ready in the middle of a turn mostly waits for the
 * end of that turn only, and waking a thread for it costs more. While turns are short, one core
 * does them all, and the others look on. Guarded by the engine's lock.
 */
final class IdleCores {
  private static final long LOOK_AGAIN_NANOS = 100_000;

  private final Condition work;
  private final int cores;
  private final ShortTurns shortTurns;
  private int idle;
  private boolean looking;

  IdleCores(BackoffLock lock, int cores, Clock clock) {
    this.work = lock.newCondition();
    this.cores = cores;
    this.shortTurns = new ShortTurns(clock);
  }

  /**
   * The calling core is about to take a turn; false when it had better leave that to another one.
   */
  boolean takesTurn() {
    int active = cores - idle;
    if (active > 1 && shortTurns.found()) {
      return false;
    }
    shortTurns.turn(active);
    return true;
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
    long since = shortTurns.mark();
    try {
      work.awaitNanos(LOOK_AGAIN_NANOS);
    } catch (InterruptedException leftByAHandler) {
      // meant for that handler; throwing it has cleared it
    } finally {
      looking = false;
      shortTurns.lookedOn(since);
    }
  }

  /** There is something to do. */
  void wakeOne() {
    if (idle > 0) {
      work.signal();
    }
  }

  /** {@code ready} tasks wait besides what the calling core does or takes next. */
  void wakeForOthers(int ready) {
    if (ready > 0 && !(looking && shortTurns.found())) {
      wakeOne();
    }
  }

  /** A turn made a task ready, so that {@code ready} are; its core can take one of them itself. */
  void wakeForMoreThanOne(int ready) {
    wakeForOthers(looking ? ready - 1 : ready);
  }

  void wakeAll() {
    work.signalAll();
  }
}
