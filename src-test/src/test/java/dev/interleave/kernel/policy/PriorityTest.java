package dev.interleave.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.interleave.testkit.timeline.Bursts;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PriorityTest {

  private static Bursts preemptive(int cores) {
    return Bursts.on(cores, new Priority());
  }

  @Test
  void theMoreUrgentTakesTheCoreAtOnce() {
    try (Bursts bursts = preemptive(1)) {
      bursts.burst("a", 0, 0, 4).burst("b", 1, 1, 2).burst("c", 2, 2, 1);
      assertThat(bursts.drawn()).isEqualTo("abcbaaa");
    }
  }

  @Test
  void unlessNobodyIsPreempted() {
    try (Bursts bursts = Bursts.on(1, new Priority(false, Duration.ZERO))) {
      bursts.burst("a", 0, 0, 4).burst("b", 1, 1, 2).burst("c", 2, 2, 1);
      assertThat(bursts.drawn()).isEqualTo("aaaacbb");
    }
  }

  @Test
  void anEqualDoesNotPreempt() {
    try (Bursts bursts = preemptive(1)) {
      assertThat(bursts.burst("a", 1, 0, 3).burst("b", 1, 1, 1).drawn()).isEqualTo("aaab");
    }
  }

  @Test
  void whoWasPreemptedComesBeforeEqualsThatCameLater() {
    try (Bursts bursts = preemptive(1)) {
      bursts.burst("a", 0, 0, 3).burst("b", 0, 1, 2).burst("c", 5, 2, 1);
      assertThat(bursts.drawn()).isEqualTo("aacabb");
    }
  }

  @Test
  void theLeastUrgentOfSeveralLosesItsCore() {
    try (Bursts bursts = preemptive(3)) {
      bursts.burst("a", 3, 0, 3).burst("b", 1, 0, 3).burst("c", 2, 0, 3).burst("d", 4, 1, 2);
      assertThat(bursts.drawn()).isEqualTo("aaabb/ccc/bdd");
    }
  }

  @Test
  void amongEquallyUrgentTheLastToComeLosesItsCore() {
    try (Bursts bursts = preemptive(2)) {
      bursts.burst("a", 0, 0, 4).burst("b", 0, 1, 3).burst("c", 1, 2, 2);
      assertThat(bursts.drawn()).isEqualTo("aaaabb/-bcc");
    }
  }

  @Test
  void withAQuantumEqualsTakeTurns() {
    try (Bursts bursts = Bursts.on(1, new Priority(true, Duration.ofMillis(1)))) {
      bursts.burst("a", 1, 0, 2).burst("b", 1, 0, 2).burst("c", 0, 0, 2).burst("d", 2, 1, 1);
      assertThat(bursts.drawn()).isEqualTo("adbabcc");
    }
  }

  @Test
  void theLargestPrioritiesAreTold() {
    try (Bursts bursts = preemptive(1)) {
      bursts.burst("a", Integer.MIN_VALUE, 0, 2).burst("b", Integer.MAX_VALUE, 1, 1);
      assertThat(bursts.drawn()).isEqualTo("aba");
    }
  }

  @Test
  void aQuantumIsNotNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Priority(true, Duration.ofMillis(-1)));
  }
}
