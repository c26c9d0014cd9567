package dev.interleave.kernel.dispatch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The queue of a probe of Pekko's test kits, in place of the platform's: where the probe is one of
 * a simulated system, the limit of a wait is one of virtual time. Any thread puts, one takes.
 */
abstract class KitQueue<E> extends LinkedBlockingDeque<E> {
  private static final long serialVersionUID = 1L;

  private transient volatile CompletableFuture<Void> word = new CompletableFuture<>();

  /** Made by a new probe, which then speaks to its system. */
  KitQueue() {
    OutsideTime.forget();
  }

  /** That of the probe's system; null if that is not simulated. */
  abstract @Nullable OutsideTime time();

  @Override
  public boolean offerLast(E message) {
    boolean taken = super.offerLast(message);
    word.complete(null);
    return taken;
  }

  @Override
  public @Nullable E pollFirst(long timeout, TimeUnit unit) throws InterruptedException {
    OutsideTime time = time();
    if (time == null) {
      return super.pollFirst(timeout, unit);
    }
    time.spokenTo();
    CompletableFuture<Void> coming = new CompletableFuture<>();
    word = coming;
    if (isEmpty()) {
      time.await(coming, unit.toNanos(timeout));
    }
    return pollFirst();
  }
}
