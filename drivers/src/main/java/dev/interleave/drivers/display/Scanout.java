package dev.interleave.drivers.display;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Brings frames to the view: on virtual time at once, else on a thread of its own, so that a slow
 * terminal delays nobody. After the first failure nothing is shown any more. Threadsafe.
 */
final class Scanout {
  private final View view;
  private final Optional<HostScreen> host;
  private final @Nullable ExecutorService painter;
  private volatile boolean broken;

  Scanout(View view, Optional<HostScreen> host, boolean virtual) {
    this.view = view;
    this.host = host;
    this.painter = virtual || view == View.NOWHERE ? null : newPainter();
  }

  private static ExecutorService newPainter() {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, "display");
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Shows {@code frame}, then calls {@code painted}. */
  void paint(Frame frame, Runnable painted) {
    ExecutorService executor = painter;
    if (executor == null) {
      show(frame, painted);
    } else {
      executor.execute(() -> show(frame, painted));
    }
  }

  private void show(Frame frame, Runnable painted) {
    attempt(() -> view.paint(frame));
    painted.run();
  }

  /** Waits for the frames before and shows the last one. */
  void finish(Frame frame) {
    ExecutorService executor = painter;
    if (executor == null || ended(executor)) {
      attempt(() -> view.finish(frame));
    }
  }

  private static boolean ended(ExecutorService executor) {
    executor.shutdown();
    try {
      return executor.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException given) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private interface Writing {
    void run() throws IOException;
  }

  private void attempt(Writing writing) {
    if (!broken) {
      try {
        writing.run();
      } catch (IOException failure) {
        broken = true;
        host.ifPresent(it -> it.failed(failure));
      }
    }
  }
}
