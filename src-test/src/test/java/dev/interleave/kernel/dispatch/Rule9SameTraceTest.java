package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Priority;
import dev.interleave.kernel.policy.RandomOrder;
import dev.interleave.kernel.policy.RoundRobin;
import dev.interleave.testkit.timeline.Bursts;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Rule9SameTraceTest {

  static Stream<Policy> policies() {
    return Stream.of(
        new Fifo(), new RoundRobin(Duration.ofMillis(2)), new Priority(), new RandomOrder());
  }

  private static String digest(long seed, Policy policy) {
    RandomGenerator workload = new SplittableRandom(99);
    try (Bursts bursts = new Bursts(Machine.Simulated.of(2, seed), policy)) {
      for (int i = 0; i < 40; i++) {
        bursts.burst("t" + i % 8, i % 8, workload.nextInt(30), workload.nextInt(6));
      }
      bursts.drawn();
      return bursts.stage().digest();
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void theSameSeedGivesTheSameDigest(Policy policy) {
    assertThat(digest(3, policy)).matches("[0-9a-f]{32}").isEqualTo(digest(3, policy));
  }

  @Test
  void anotherPolicyGivesAnotherDigest() {
    assertThat(policies().map(policy -> digest(3, policy))).doesNotHaveDuplicates();
  }

  @Test
  void randomOrderGivesAnotherDigestForAnotherSeed() {
    Set<String> digests = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      digests.add(digest(seed, new RandomOrder()));
    }
    assertThat(digests).hasSize(20);
  }
}
