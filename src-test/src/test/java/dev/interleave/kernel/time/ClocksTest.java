package dev.interleave.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClocksTest {
  private final VirtualClock clock = new VirtualClock();

  @Test
  void aVirtualClockStandsUntilItIsMoved() {
    assertThat(clock.nanos()).isZero();
    clock.moveTo(7);
    assertThat(clock.nanos()).isEqualTo(7);
    assertThat(clock.sinceBoot()).isEqualTo(Duration.ofNanos(7));
  }

  @Test
  void toMoveItToThePresentIsNothing() {
    clock.moveTo(7);
    clock.moveTo(7);
    assertThat(clock.nanos()).isEqualTo(7);
  }

  @Test
  void itNeverGoesBack() {
    clock.moveTo(7);
    assertThatIllegalArgumentException().isThrownBy(() -> clock.moveTo(6));
    assertThat(clock.nanos()).isEqualTo(7);
  }

  @Test
  void aWallClockGoes() {
    WallClock wall = new WallClock();
    wall.begin();
    long first = wall.nanos();
    while (wall.nanos() == first) {
      Thread.onSpinWait();
    }
    assertThat(wall.nanos()).isGreaterThan(first).isLessThan(Duration.ofDays(1).toNanos());
  }
}
