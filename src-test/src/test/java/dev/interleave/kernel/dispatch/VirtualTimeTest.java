package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.time.VirtualClock;
import dev.interleave.kernel.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {
  private static final int MOST = 3;

  private final Engine engine = Engine.of(Machine.Simulated.of(1, 1), new Fifo(), Trace.off());
  private final VirtualTime time = new VirtualTime(new VirtualClock(), new InstantLimit(MOST));
  private final List<Long> came = new ArrayList<>();

  private VirtualTimer start(long delay, long interval) {
    VirtualTimer timer = time.timer(() -> came.add(time.now()), interval);
    time.start(timer, delay);
    return timer;
  }

  private void until(long end) {
    while (time.nextAt() <= end) {
      time.moveTo(time.nextAt());
      assertThat(time.arrival(engine)).isTrue();
    }
  }

  @Test
  void aTimerComesAtItsTimeAndNotBefore() {
    start(10, 0);
    time.moveTo(9);
    assertThat(time.arrival(engine)).isFalse();
    time.moveTo(10);
    assertThat(time.arrival(engine)).isTrue();
    assertThat(time.arrival(engine)).isFalse();
    assertThat(came).containsExactly(10L);
  }

  @Test
  void oneWithAnIntervalComesAgainUntilItIsCancelled() {
    VirtualTimer timer = start(10, 5);
    until(20);
    timer.cancel();
    until(100);
    assertThat(came).containsExactly(10L, 15L, 20L);
  }

  @Test
  void aNegativeDelayIsNone() {
    time.moveTo(7);
    start(-3, 0);
    assertThat(time.nextAt()).isEqualTo(7);
  }

  @Test
  void itComesAgainOnlyAsLongAsThatIsWithinTime() {
    long half = Long.MAX_VALUE / 2;
    start(half, half);
    until(half);
    assertThat(time.nextAt()).isEqualTo(Long.MAX_VALUE - 1);
    until(Long.MAX_VALUE - 1);
    assertThat(came).containsExactly(half, Long.MAX_VALUE - 1);
    assertThat(time.nextAt()).isEqualTo(VirtualTime.NEVER);
  }

  @Test
  void neverIsNoInstantToMoveTo() {
    time.moveTo(4);
    time.moveTo(VirtualTime.NEVER);
    time.moveTo(3);
    assertThat(time.now()).isEqualTo(4);
  }

  @Test
  void timersOfOneInstantAreCounted() {
    for (int i = 0; i < 100; i++) {
      start(0, 0);
    }
    while (time.arrival(engine)) {
      time.moveTo(time.now());
    }
    assertThat(engine.failure()).contains("more than 3 turns at one instant", "system work");
  }

  @Test
  void eachInstantIsCountedForItself() {
    for (int i = 0; i < 100; i++) {
      start(i, 0);
    }
    until(100);
    assertThat(came).hasSize(100);
    assertThat(engine.failure()).isNull();
  }

  @Test
  void laterIsTheSumUpToTheEndOfTime() {
    assertThat(VirtualTime.later(0, 0)).isZero();
    assertThat(VirtualTime.later(3, 4)).isEqualTo(7);
    assertThat(VirtualTime.later(Long.MAX_VALUE - 1, 1)).isEqualTo(Long.MAX_VALUE);
    assertThatIllegalStateException()
        .isThrownBy(() -> VirtualTime.later(Long.MAX_VALUE, 1))
        .withMessageContaining(VirtualTime.END);
  }
}
