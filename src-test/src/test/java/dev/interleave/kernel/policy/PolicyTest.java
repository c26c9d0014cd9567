package dev.interleave.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PolicyTest {
  /** A policy that says nothing more than it must. */
  private static final Policy PLAIN = (task, queue) -> queue.last(task);

  private static final Policy UNORDERED =
      new Policy() {
        @Override
        public void enqueue(Task task, RunQueue queue) {
          queue.last(task);
        }

        @Override
        public boolean ordered() {
          return false;
        }
      };

  @Test
  void whoSaysNothingWantsOneOrderAndTimes() {
    assertThat(PLAIN.ordered()).isTrue();
    assertThat(PLAIN.timed()).isTrue();
  }

  @Test
  void whoWantsNoOrderNeedsNoTimes() {
    assertThat(UNORDERED.timed()).isFalse();
  }

  @Test
  void theBuiltInPoliciesNeedNoTimes() {
    assertThat(new Priority().timed()).isFalse();
    assertThat(new RoundRobin(Duration.ofMillis(1)).timed()).isFalse();
    assertThat(new RandomOrder().timed()).isFalse();
  }
}
