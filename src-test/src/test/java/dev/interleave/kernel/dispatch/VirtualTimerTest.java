package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VirtualTimerTest {
  private final VirtualTimers timers = new VirtualTimers();
  private int came;

  private VirtualTimer timer(long interval) {
    return new VirtualTimer(timers, () -> came++, interval);
  }

  @Test
  void itIsCancelledOnce() {
    VirtualTimer timer = timer(0);
    assertThat(timer.isCancelled()).isFalse();
    assertThat(timer.cancel()).isTrue();
    assertThat(timer.isCancelled()).isTrue();
    assertThat(timer.cancel()).isFalse();
  }

  @Test
  void whatCameOnceCannotBeCancelled() {
    VirtualTimer timer = timer(0);
    timer.fire();
    assertThat(came).isEqualTo(1);
    assertThat(timer.cancel()).isFalse();
    assertThat(timer.isCancelled()).isFalse();
  }

  @Test
  void whatComesAgainCanBeCancelled() {
    VirtualTimer timer = timer(5);
    timer.fire();
    assertThat(timer.cancel()).isTrue();
  }
}
