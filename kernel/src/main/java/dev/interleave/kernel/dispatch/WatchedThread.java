package dev.interleave.kernel.dispatch;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A thread of its own for a whole simulated run, under a watchdog: who asked for the run gets an
 * answer even when a handler stands still for ever. That thread is then lost; it keeps no JVM
 * alive.
 *
 * @param <R> what the run gives
 */
public final class WatchedThread<R> {
  private final CompletableFuture<R> result = new CompletableFuture<>();
  private final Function<Engine, R> lost;
  private volatile @Nullable Engine engine;
  private @Nullable Watchdog watchdog;
  private boolean ownThread;

  private WatchedThread(Function<Engine, R> lost) {
    this.lost = lost;
  }

  /**
   * What {@code work} gives, or throws. Within a handler of a simulated machine it runs on the
   * calling thread, under that machine's watchdog.
   *
   * @param work calls {@link #watch} when its engine is made
   * @param lost the answer when the machine stands still for ever
   */
  public static <R> R call(Function<WatchedThread<R>, R> work, Function<Engine, R> lost) {
    WatchedThread<R> one = new WatchedThread<>(lost);
    Engine before = CurrentEngine.get();
    if (before instanceof SimulatedEngine outer && outer.isRunning()) {
      return work.apply(one);
    }
    CurrentEngine.set(null);
    Thread thread = new Thread(() -> one.complete(work), "simulation-machine");
    thread.setDaemon(true);
    thread.start();
    try {
      return one.await();
    } finally {
      CurrentEngine.resume(before);
    }
  }

  /** From now on handlers of {@code made} may not block. */
  public void watch(Engine made) {
    engine = made;
    if (made instanceof SimulatedEngine simulated && ownThread) {
      watchdog = new Watchdog(simulated, Thread.currentThread(), made::fail, () -> abandon(made));
      watchdog.start();
    }
  }

  private void abandon(Engine made) {
    result.complete(lost.apply(made));
  }

  private void complete(Function<WatchedThread<R>, R> work) {
    ownThread = true;
    try {
      result.complete(work.apply(this));
    } catch (Throwable thrown) {
      result.completeExceptionally(thrown);
    } finally {
      if (watchdog != null) {
        watchdog.stop();
      }
    }
  }

  /** An interrupt ends the run, and is passed on. */
  private R await() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result.get();
        } catch (InterruptedException e) {
          interrupted = true;
          interrupt();
        }
      }
    } catch (ExecutionException e) {
      throw WatchedThread.<RuntimeException>asItIs(Objects.requireNonNull(e.getCause()));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void interrupt() {
    Engine made = engine;
    if (made != null) {
      made.fail("the thread that waits for the run was interrupted");
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // passes unseen
  private static <X extends Throwable> X asItIs(Throwable thrown) throws X {
    throw (X) thrown;
  }
}
