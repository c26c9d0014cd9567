package dev.interleave.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.trace.Event;
import dev.interleave.testkit.timeline.Bursts;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoundRobinTest {
  private static final Policy TWO = new RoundRobin(Duration.ofMillis(2));

  private static Bursts on(int cores) {
    return Bursts.on(cores, TWO);
  }

  @Test
  void eachInTurnForOneQuantum() {
    try (Bursts bursts = on(1)) {
      assertThat(bursts.burst("a", 0, 5).burst("b", 0, 3).drawn()).isEqualTo("aabbaaba");
    }
  }

  @Test
  void nobodyWaitsSoItGoesOnWithAFreshQuantum() {
    try (Bursts bursts = on(1)) {
      assertThat(bursts.burst("a", 0, 5).burst("b", 3, 1).drawn()).isEqualTo("aaaaba");
    }
  }

  @Test
  void whoIsAloneNeverLeavesItsCore() {
    try (Bursts bursts = on(1)) {
      bursts.burst("a", 0, 5).drawn();
      assertThat(bursts.stage().events(Event.Left.class))
          .extracting(Event.Left::why)
          .containsOnly(Event.Why.COMPLETED);
    }
  }

  @Test
  void whoArrivesAsASliceEndsGoesFirst() {
    try (Bursts bursts = on(1)) {
      bursts.burst("a", 0, 4).burst("b", 1, 2).burst("c", 2, 2);
      assertThat(bursts.drawn()).isEqualTo("aabbccaa");
    }
  }

  @Test
  void unlessTheMachineRequeuesBeforeArrivals() {
    Machine.Simulated usual = Machine.Simulated.of(1, 1);
    Machine requeueing =
        new Machine.Simulated(
            1,
            1,
            usual.switchCost(),
            usual.migrationCost(),
            usual.ipcCost(),
            usual.messageCost(),
            usual.turnsPerInstant(),
            Machine.Requeue.BEFORE_ARRIVALS,
            0);
    try (Bursts bursts = new Bursts(requeueing, TWO)) {
      bursts.burst("a", 0, 4).burst("b", 1, 2).burst("c", 2, 2);
      assertThat(bursts.drawn()).isEqualTo("aabbaacc");
    }
  }

  @Test
  void aTurnThatEndsWithItsSliceIsFinished() {
    try (Bursts bursts = on(1)) {
      assertThat(bursts.burst("a", 0, 2).burst("b", 0, 2).drawn()).isEqualTo("aabb");
    }
  }

  @Test
  void theRestOfASliceIsLostWithTheTurn() {
    try (Bursts bursts = on(1)) {
      bursts.burst("a", 0, 1).burst("a", 0, 3).burst("b", 0, 2);
      assertThat(bursts.drawn()).isEqualTo("abbaaa");
    }
  }

  @Test
  void slicesThatEndTogetherQueueInTheOrderOfTheirTurns() {
    try (Bursts bursts = on(2)) {
      bursts.burst("a", 0, 4).burst("b", 0, 4).burst("c", 0, 2);
      assertThat(bursts.drawn()).isEqualTo("aaccbb/bbaa");
    }
  }

  @Test
  void aQuantumIsMoreThanZero() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RoundRobin(Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> new RoundRobin(Duration.ofMillis(-1)));
  }
}
