package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.policy.Policy;
import java.time.Duration;

/**
 * When the slices end that a policy gives.
 *
 * @param policy gives them
 */
record Slices(Policy policy) {

  /**
   * The end of the slice that {@code task} gets at {@code from}; {@link VirtualTime#NEVER} without
   * end.
   *
   * @throws BrokenPolicy when the policy gives none
   */
  long end(long from, TaskCell task) {
    Duration slice = policy.slice(task);
    if (slice.equals(Policy.UNLIMITED)) {
      return VirtualTime.NEVER;
    }
    if (slice.isZero() || slice.isNegative()) {
      throw new BrokenPolicy("gave " + task.name() + " a slice of " + slice);
    }
    return Math.addExact(from, slice.toNanos());
  }
}
