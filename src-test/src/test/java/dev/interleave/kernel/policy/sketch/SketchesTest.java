package dev.interleave.kernel.policy.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.TaskSettings;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.testkit.timeline.Bursts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SketchesTest {

  private static TaskSettings deadline(long millis) {
    return Bursts.settings(0, 1, Optional.of(Duration.ofMillis(millis)));
  }

  @Test
  void theEarliestDeadlineTakesTheCore() {
    try (Bursts bursts = Bursts.on(1, new EarliestDeadline())) {
      bursts.burst("a", deadline(10), 0, 4).burst("b", deadline(4), 1, 2);
      bursts.burst("c", deadline(30), 1, 1).burst("d", deadline(8), 2, 1);
      assertThat(bursts.drawn()).isEqualTo("abbaaadc");
    }
  }

  @Test
  void onSeveralCoresThoseOfTheEarliestDeadlinesRun() {
    try (Bursts bursts = Bursts.on(2, new EarliestDeadline())) {
      bursts.burst("a", deadline(9), 0, 3).burst("b", deadline(5), 0, 3);
      bursts.burst("c", deadline(3), 1, 2);
      assertThat(bursts.drawn()).isEqualTo("bbbaa/acc");
    }
  }

  @Test
  void whoUsesAQuantumUpMovesDown() {
    Policy feedback =
        new Feedback(List.of(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(4)));
    try (Bursts bursts = Bursts.on(1, feedback)) {
      bursts.burst("a", 0, 6).burst("b", 0, 2).burst("c", 6, 1);
      assertThat(bursts.drawn()).isEqualTo("abaabacaa");
    }
  }

  @Test
  void anIdleCoreStealsFromTheLongestQueue() {
    try (Bursts bursts = Bursts.on(2, new WorkStealing())) {
      bursts.burst("a", 0, 3).burst("b", 0, 1).burst("c", 0, 1).burst("d", 0, 1);
      bursts.burst("b", 4, 1);
      assertThat(bursts.drawn()).isEqualTo("aaa-b/bcd");
    }
  }

  @Test
  void aTaskGoesBackToItsCore() {
    try (Bursts bursts = Bursts.on(2, new WorkStealing())) {
      bursts.burst("a", 0, 1).burst("b", 0, 1).burst("b", 2, 2).burst("a", 2, 1);
      assertThat(bursts.drawn()).isEqualTo("a-a/b-bb");
    }
  }

  @Test
  void whoUsedItsBudgetUpWaitsForTheNextPeriod() {
    Policy bandwidth = new ConstantBandwidth(Duration.ofMillis(1), Duration.ofMillis(4));
    try (Bursts bursts = Bursts.on(1, bandwidth)) {
      bursts.burst("a", 0, 2).burst("a", 1, 1).burst("b", 0, 1).burst("c", 5, 1);
      assertThat(bursts.drawn()).isEqualTo("ab--ac--a");
    }
  }

  @Test
  void aBudgetHoldsEvenWhenNobodyElseWaits() {
    Policy bandwidth = new ConstantBandwidth(Duration.ofMillis(1), Duration.ofMillis(4));
    try (Bursts bursts = Bursts.on(1, bandwidth)) {
      assertThat(bursts.burst("a", 0, 3).drawn()).isEqualTo("a---a---a");
    }
  }
}
