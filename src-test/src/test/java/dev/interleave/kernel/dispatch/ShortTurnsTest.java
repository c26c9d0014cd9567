package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.time.VirtualClock;
import org.junit.jupiter.api.Test;

class ShortTurnsTest {
  private final VirtualClock clock = new VirtualClock();
  private final ShortTurns turns = new ShortTurns(clock);

  private void turns(int count, int active, long nanosEach) {
    for (int i = 0; i < count; i++) {
      clock.moveTo(clock.nanos() + nanosEach);
      turns.turn(active);
    }
  }

  @Test
  void sixtyFourShortOnesAreFound() {
    turns(63, 1, 499);
    assertThat(turns.found()).isFalse();
    turns(1, 1, 499);
    assertThat(turns.found()).isTrue();
  }

  @Test
  void longOnesAreNot() {
    turns(128, 1, 500);
    assertThat(turns.found()).isFalse();
  }

  @Test
  void longOnesAfterShortOnesAreNoLonger() {
    turns(64, 1, 100);
    turns(64, 1, 1_000);
    assertThat(turns.found()).isFalse();
  }

  @Test
  void shortOnesAfterLongOnesAreFound() {
    turns(64, 1, 1_000);
    turns(64, 1, 499);
    assertThat(turns.found()).isTrue();
  }

  @Test
  void twoCoresTakeTwiceAsManyInTheSameTime() {
    turns(64, 2, 300);
    assertThat(turns.found()).isFalse();
  }

  @Test
  void aClockThatStandsTellsNothing() {
    turns(200, 1, 0);
    assertThat(turns.found()).isFalse();
  }

  @Test
  void whoLooksOnSeesThatTheyGoOn() {
    turns(64, 1, 100);
    long since = turns.mark();
    turns(64, 1, 100);
    turns.lookedOn(since);
    assertThat(turns.found()).isTrue();
  }

  @Test
  void orThatSomethingLongHasBegun() {
    turns(64, 1, 100);
    long since = turns.mark();
    turns(63, 1, 100);
    turns.lookedOn(since);
    assertThat(turns.found()).isFalse();
  }
}
