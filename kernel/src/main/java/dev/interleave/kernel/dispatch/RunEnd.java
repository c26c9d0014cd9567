package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.dispatch.Engine.Halt;
import dev.interleave.kernel.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Where the thread that runs a kernel waits while the real cores work. Threadsafe. */
final class RunEnd {
  private static final long LOOK_MILLIS = 1;

  private final Clock clock;
  private final CountDownLatch halted = new CountDownLatch(1);

  RunEnd(Clock clock) {
    this.clock = clock;
  }

  void halt() {
    halted.countDown();
  }

  Halt await(long until, BooleanSupplier failed) {
    boolean ended = waitFor(halted, until - clock.nanos());
    if (failed.getAsBoolean()) {
      return Halt.FAILED;
    }
    return ended ? Halt.HALTED : Halt.UNTIL;
  }

  private static boolean waitFor(CountDownLatch latch, long nanos) {
    try {
      return latch.await(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Waits for a condition that is reached soon, without using a core. */
  void awaitCondition(BooleanSupplier done) {
    CountDownLatch never = new CountDownLatch(1);
    while (!done.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
      waitFor(never, TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
    }
  }

  /** Does {@code action} by way of {@code other} and waits for it. */
  void onOtherThread(Runnable action, Consumer<Runnable> other) {
    CountDownLatch done = new CountDownLatch(1);
    other.accept(
        () -> {
          action.run();
          done.countDown();
        });
    waitFor(done, Long.MAX_VALUE);
  }
}
