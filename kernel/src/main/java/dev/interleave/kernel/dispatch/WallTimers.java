package dev.interleave.kernel.dispatch;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.Cancellable;

/**
 * The timers of a real machine: one thread of their own, as hardware timers need no core.
 * Threadsafe.
 */
final class WallTimers {
  private final ScheduledThreadPoolExecutor executor;

  WallTimers() {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "interleave-timers");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
  }

  Cancellable schedule(long delay, long interval, Runnable event) {
    return new Scheduled(
        interval > 0
            ? executor.scheduleAtFixedRate(event, delay, interval, TimeUnit.NANOSECONDS)
            : executor.schedule(event, delay, TimeUnit.NANOSECONDS));
  }

  void close() {
    executor.shutdownNow();
  }

  private record Scheduled(ScheduledFuture<?> future) implements Cancellable {
    @Override
    public boolean cancel() {
      return future.cancel(false);
    }

    @Override
    public boolean isCancelled() {
      return future.isCancelled();
    }
  }
}
