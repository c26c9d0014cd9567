package dev.interleave.testkit;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Priority;
import dev.interleave.kernel.policy.RandomOrder;
import dev.interleave.kernel.policy.RoundRobin;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/** The built-in policies keep the contract. */
class BuiltInPoliciesTest {

  @Nested
  class FifoKeepsIt implements PolicyContract {
    @Override
    public Policy policy() {
      return new Fifo();
    }
  }

  @Nested
  class RoundRobinKeepsIt implements PolicyContract {
    @Override
    public Policy policy() {
      return new RoundRobin(Duration.ofMillis(2));
    }
  }

  @Nested
  class PriorityKeepsIt implements PolicyContract {
    @Override
    public Policy policy() {
      return new Priority();
    }
  }

  @Nested
  class PriorityWithSlicesKeepsIt implements PolicyContract {
    @Override
    public Policy policy() {
      return new Priority(true, Duration.ofMillis(1));
    }
  }

  @Nested
  class RandomOrderKeepsIt implements PolicyContract {
    @Override
    public Policy policy() {
      return new RandomOrder();
    }
  }
}
