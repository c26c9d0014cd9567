package dev.interleave.kernel.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The ready tasks in the order in which cores take them. The kernel calls a policy, the policy
 * places tasks here; a task is in at most one place. Not threadsafe: only a policy that the kernel
 * is calling may touch it.
 */
public interface RunQueue {

  /** Behind all that were placed last before. */
  void last(Task task);

  /** Before all others. */
  void first(Task task);

  /**
   * By {@code key}: smaller first, ties by the time of release, then by the order of entry. Tasks
   * with a key come before those without.
   */
  void by(long key, Task task);

  /** Anywhere, each place equally likely, drawn from the policy's own seeded stream. */
  void anywhere(Task task);

  /** Not yet: the policy's {@link Policy#enqueue} is called again after {@code delay}. */
  void later(Duration delay, Task task);

  /** The queue of one core, from 0; a core takes from its own queue before the shared one. */
  RunQueue of(int core);

  /** How many cores the machine has. */
  int cores();

  /** How many tasks are in this queue; the shared queue does not count those of the cores. */
  int size();

  /** Who would be taken next from this queue; null when it is empty. */
  @Nullable Task head();

  /** Takes the head out of this queue; null when it is empty. */
  @Nullable Task take();

  /** The machine's clock, in nanoseconds since boot. */
  long now();
}
