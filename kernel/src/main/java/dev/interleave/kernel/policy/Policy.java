package dev.interleave.kernel.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides which ready task gets a core next, and for how long. {@link #enqueue} is the one duty.
 *
 * <p>A policy is a plain synchronous object: the kernel calls it from one thread at a time, and
 * never from two runs. It must decide from its arguments alone: no wall clock, no randomness but
 * {@link RunQueue#anywhere}, no order of hashes.
 */
public interface Policy {

  /** A slice without end. */
  Duration UNLIMITED = Duration.ofNanos(Long.MAX_VALUE);

  /** A task became ready: give it a place. */
  void enqueue(Task task, RunQueue queue);

  /** How long a task that is given a core may keep it. */
  default Duration slice(Task task) {
    return UNLIMITED;
  }

  /**
   * A task that was preempted in the middle of a turn: give it a place. A key places it by its
   * release, so before equals that came later.
   */
  default void preempted(Task task, RunQueue queue) {
    enqueue(task, queue);
  }

  /** A task whose slice ended in the middle of a turn: give it a place, behind its equals. */
  default void expired(Task task, RunQueue queue) {
    enqueue(task, queue);
  }

  /** A task left its core after {@code nanos} of CPU time. Called before it is placed again. */
  default void ran(Task task, long nanos) {}

  /**
   * Whether a task whose slice ended leaves its core even when nobody waits for one. Otherwise it
   * goes on with a fresh slice; a policy that keeps to budgets answers true.
   */
  default boolean evicts() {
    return false;
  }

  /**
   * Whether {@code ready} takes the core from {@code running} at once. Must be a strict order: when
   * several running tasks may be preempted, the one that the others preempt goes.
   */
  default boolean preempts(Task ready, Task running) {
    return false;
  }

  /**
   * Which task the idle core {@code core} runs next: by default the head of its own queue, else of
   * the shared one. A policy that steals looks further. Null leaves the core idle.
   */
  default @Nullable Task next(int core, RunQueue queue) {
    Task own = queue.of(core).take();
    return own != null ? own : queue.take();
  }

  /**
   * Whether the order among all tasks matters. Under a policy that answers false, a run without a
   * trace keeps no account of the order in which messages were sent, which is faster.
   */
  default boolean ordered() {
    return true;
  }

  /**
   * Whether it looks at when messages were sent: {@link Task#released} and {@link Task#deadline}
   * mean nothing under a policy that answers false, and on real threads the clock is read less.
   */
  default boolean timed() {
    return ordered();
  }
}
