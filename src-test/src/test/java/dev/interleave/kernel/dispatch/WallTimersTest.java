package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import org.apache.pekko.actor.Cancellable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WallTimersTest {
  private static final long HOUR = 3_600_000_000_000L;

  private final WallTimers timers = new WallTimers();

  @AfterEach
  void close() {
    timers.close();
  }

  @Test
  void aTimerGoesOffOnADaemonOfItsOwn() throws InterruptedException {
    SynchronousQueue<Thread> by = new SynchronousQueue<>();
    timers.schedule(
        1,
        0,
        () -> {
          try {
            by.put(Thread.currentThread());
          } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
          }
        });
    Thread thread = by.take();
    assertThat(thread.getName()).isEqualTo("interleave-timers");
    assertThat(thread.isDaemon()).isTrue();
  }

  @Test
  void aPeriodicOneGoesOnAndOn() throws InterruptedException {
    CountDownLatch three = new CountDownLatch(3);
    timers.schedule(1, 1, three::countDown);
    three.await();
  }

  @Test
  void aCancelledOneSaysSo() {
    Cancellable timer = timers.schedule(HOUR, 0, () -> {});
    assertThat(timer.isCancelled()).isFalse();
    assertThat(timer.cancel()).isTrue();
    assertThat(timer.isCancelled()).isTrue();
    assertThat(timer.cancel()).isFalse();
  }

  @Test
  void nothingStartsAfterTheEnd() {
    timers.close();
    assertThatThrownBy(() -> timers.schedule(1, 0, () -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }
}
