package dev.interleave.kernel.dispatch;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Which engine the calling thread works for. */
public final class CurrentEngine {
  private static final ThreadLocal<@Nullable Engine> ENGINE = new ThreadLocal<>();

  private CurrentEngine() {}

  /** Runs what it is given as system work of this thread's engine; null when it has none. */
  public static @Nullable Executor executor() {
    Engine engine = get();
    return engine == null ? null : engine::execute;
  }

  /** The simulated engine of the calling thread; null when it has none. */
  static @Nullable SimulatedEngine simulated() {
    return get() instanceof SimulatedEngine simulated ? simulated : null;
  }

  /** The engine of the calling thread; null when it has none, or no longer works for it. */
  static @Nullable Engine get() {
    Engine engine = ENGINE.get();
    return engine != null && engine.isServedBy(Thread.currentThread()) ? engine : null;
  }

  /** The calling thread works for {@code engine} from now on; null when it no longer does. */
  static void set(@Nullable Engine engine) {
    ENGINE.set(engine);
  }
}
