package dev.interleave.kernel.policy;

import java.util.function.Supplier;

/** A task as a policy sees it. Times are nanoseconds of the machine's clock. */
public interface Task {

  /** The number of this task, in the order of their start from 1; never reused in a run. */
  int id();

  /**
   * The component's name; for a child {@code component.child}, and {@code program.3} for the fourth
   * instance of a program that arrives several times.
   */
  String name();

  /** Larger is more urgent. */
  int priority();

  /** The share that proportional policies give; at least 1. */
  long weight();

  /** When the message that it handles next, or is handling, was sent to it. */
  long released();

  /** {@link #released} plus the task's relative deadline; {@link Long#MAX_VALUE} without one. */
  long deadline();

  /** CPU time served to the message that it is handling; 0 before its turn. */
  long served();

  /** CPU time served in all. */
  long cpu();

  /** The core that it ran on last; -1 before its first turn. */
  int lastCore();

  /**
   * The policy's own note on this task; made by {@code initial} at the first call. A policy keeps
   * its state here rather than in a map.
   */
  <S> S note(Supplier<S> initial);
}
