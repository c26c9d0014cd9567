package dev.interleave.kernel.dispatch;

import org.jspecify.annotations.Nullable;
import scala.Function0;
import scala.concurrent.BlockContext;
import scala.concurrent.CanAwait;

/**
 * A thread that has created a simulated system and waits in Scala's {@code Await} goes on between
 * two steps of the machine.
 *
 * @param before its context without that; null when it has none of its own
 */
record StepEnds(@Nullable BlockContext before) implements BlockContext {
  @Override
  public <T> T blockOn(Function0<T> thunk, CanAwait permission) {
    try {
      return inTheContextBefore(thunk, permission);
    } finally {
      OutsideTime.awaitStep();
    }
  }

  private <T> T inTheContextBefore(Function0<T> thunk, CanAwait permission) {
    if (before != null) {
      return before.blockOn(thunk, permission);
    }
    return Thread.currentThread() instanceof BlockContext itself
        ? itself.blockOn(thunk, permission)
        : thunk.apply();
  }
}
