package dev.interleave.kernel.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * Something that a handler did after having consumed CPU time; it happens when that has been
 * served. A task's effects are a list in the order in which they were done.
 */
abstract class Effect {
  /** CPU time of the turn after which it happens. */
  final long offset;

  /** What the same handler did next. */
  @Nullable Effect next;

  Effect(long offset) {
    this.offset = offset;
  }

  abstract void happen();
}
