package dev.interleave.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Machine;
import dev.interleave.testkit.timeline.Bursts;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RandomOrderTest {
  private static final int SEEDS = 240;

  /** The 0.999 quantile of the chi-square distribution with five degrees of freedom. */
  private static final double LIMIT = 20.515;

  private static String order(long seed) {
    try (Bursts bursts = new Bursts(Machine.Simulated.of(1, seed), new RandomOrder())) {
      return bursts.burst("a", 0, 1).burst("b", 0, 1).burst("c", 0, 1).drawn();
    }
  }

  @Test
  void everyOrderOfThreeIsEquallyLikely() {
    Map<String, Integer> seen = new TreeMap<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      seen.merge(order(seed), 1, Integer::sum);
    }
    assertThat(seen).containsOnlyKeys("abc", "acb", "bac", "bca", "cab", "cba");
    double expected = SEEDS / 6.0;
    double chiSquare =
        seen.values().stream().mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
    assertThat(chiSquare).as("chi-square of %s", seen).isLessThan(LIMIT);
  }

  @Test
  void theSameSeedGivesTheSameOrder() {
    for (long seed = 0; seed < 10; seed++) {
      assertThat(order(seed)).isEqualTo(order(seed));
    }
  }
}
