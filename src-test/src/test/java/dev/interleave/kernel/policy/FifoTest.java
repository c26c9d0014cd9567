package dev.interleave.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.testkit.timeline.Bursts;
import org.junit.jupiter.api.Test;

class FifoTest {

  private static Bursts on(int cores) {
    return Bursts.on(cores, new Fifo());
  }

  @Test
  void firstComeFirstServed() {
    try (Bursts bursts = on(1)) {
      bursts.burst("a", 0, 4).burst("b", 1, 2).burst("c", 0, 1);
      assertThat(bursts.drawn()).isEqualTo("aaaacbb");
    }
  }

  @Test
  void theCoreIsIdleUntilSomebodyComes() {
    try (Bursts bursts = on(1)) {
      assertThat(bursts.burst("a", 2, 1).burst("b", 5, 2).drawn()).isEqualTo("--a--bb");
    }
  }

  @Test
  void theLowestIdleCoreTakesTheFirst() {
    try (Bursts bursts = on(2)) {
      bursts.burst("a", 0, 3).burst("b", 0, 1).burst("c", 0, 1).burst("d", 0, 2).burst("e", 0, 1);
      assertThat(bursts.drawn()).isEqualTo("aaae/bcdd");
    }
  }
}
