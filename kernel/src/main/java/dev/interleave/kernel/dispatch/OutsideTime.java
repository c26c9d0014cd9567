package dev.interleave.kernel.dispatch;

import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.pekko.actor.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * The time of one simulated machine for threads outside of it: they read it, and wait in it. Which
 * machine a thread means is the one that it spoke to last. Any thread.
 */
final class OutsideTime {
  private static final ThreadLocal<@Nullable WeakReference<OutsideTime>> SPOKEN_TO =
      new ThreadLocal<>();

  private final WeakReference<OutsideTime> reference = new WeakReference<>(this);
  private final SimulatedEngine engine;
  private final CompletableFuture<Void> over = new CompletableFuture<>();

  OutsideTime(SimulatedEngine engine) {
    this.engine = engine;
  }

  /** The time of the machine that the calling thread spoke to last; null when that is over. */
  static @Nullable OutsideTime ofTheCaller() {
    WeakReference<OutsideTime> last = SPOKEN_TO.get();
    OutsideTime time = last == null ? null : last.get();
    return time == null || time.over.isDone() ? null : time;
  }

  /** The calling thread is about to speak to another system, which may have no machine. */
  static void forget() {
    SPOKEN_TO.remove();
  }

  /** The calling thread speaks to this machine. */
  void spokenTo() {
    SPOKEN_TO.set(reference);
  }

  /** The machine will not run any more: nobody waits for it. */
  void end() {
    over.complete(null);
  }

  /** Virtual time since boot. */
  long nanos() {
    return engine.clock().nanos();
  }

  /**
   * Waits for {@code word}, but no longer than {@code nanos} of virtual time, nor than the machine
   * lives.
   */
  void await(CompletableFuture<Void> word, long nanos) throws InterruptedException {
    Cancellable limit = engine.schedule(nanos, 0, () -> word.complete(null));
    try {
      CompletableFuture.anyOf(word, over).get();
    } catch (ExecutionException never) {
      throw new IllegalStateException(never);
    } finally {
      limit.cancel();
    }
  }
}
