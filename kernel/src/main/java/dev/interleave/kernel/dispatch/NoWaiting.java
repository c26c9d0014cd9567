package dev.interleave.kernel.dispatch;

import scala.Function0;
import scala.concurrent.BlockContext;
import scala.concurrent.CanAwait;

/**
 * A handler that waits would hold up the one thread that could end its waiting: it fails the run.
 */
record NoWaiting(SimulatedEngine engine) implements BlockContext {

  @Override
  public <T> T blockOn(Function0<T> thunk, CanAwait permission) {
    String leak = Leak.wait(engine.handling(), engine.clock().nanos());
    engine.waits(leak);
    throw new IllegalStateException(leak);
  }
}
