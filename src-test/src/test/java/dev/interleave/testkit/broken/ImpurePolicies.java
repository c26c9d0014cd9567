package dev.interleave.testkit.broken;

import dev.interleave.kernel.policy.RunQueue;
import dev.interleave.kernel.policy.Task;
import java.util.SplittableRandom;

/** Policies whose order depends on what no seed governs. */
final class ImpurePolicies {
  private ImpurePolicies() {}

  static final class WallClock extends InOrder {
    @Override
    public void enqueue(Task task, RunQueue queue) {
      queue.by(-System.nanoTime(), task);
    }
  }

  static final class OwnDice extends InOrder {
    private final SplittableRandom random = new SplittableRandom();

    @Override
    public void enqueue(Task task, RunQueue queue) {
      queue.by(random.nextLong(), task);
    }
  }
}
