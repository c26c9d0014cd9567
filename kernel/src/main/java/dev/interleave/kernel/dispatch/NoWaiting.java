package dev.interleave.kernel.dispatch;

import scala.Function0;
import scala.concurrent.BlockContext;
import scala.concurrent.CanAwait;

/**
 * A handler that waits would hold up the one thread that could end its waiting: it fails the run.
 */
record NoWaiting(SimulatedEngine engine) implements BlockContext {

  /**
   * The calling thread is about to create another system, and to wait for that.
   *
   * @throws IllegalStateException when it is in a handler
   */
  static void forAnotherSystem() {
    if (CurrentEngine.get() instanceof SimulatedEngine engine && engine.isRunning()) {
      throw refuse(engine, "creates an actor system");
    }
  }

  @Override
  public <T> T blockOn(Function0<T> thunk, CanAwait permission) {
    throw refuse(engine, "waits for a future");
  }

  private static IllegalStateException refuse(SimulatedEngine engine, String what) {
    String leak = Leak.handler(engine.handling(), what, engine.clock().nanos());
    engine.entrance.waits(leak);
    return new IllegalStateException(leak);
  }
}
