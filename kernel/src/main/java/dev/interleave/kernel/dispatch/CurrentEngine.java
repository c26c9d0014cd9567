package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.time.Clock;
import java.util.Random;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Which engine the calling thread works for. */
public final class CurrentEngine {
  private static final ThreadLocal<@Nullable Engine> ENGINE = new Noticing();

  /** No thread works for the engine of the one that made it; that engine hears of it. */
  private static final class Noticing extends InheritableThreadLocal<@Nullable Engine> {
    @Override
    protected @Nullable Engine childValue(@Nullable Engine parent) {
      if (parent instanceof SimulatedEngine simulated) {
        simulated.makesThread();
      }
      return null;
    }
  }

  private CurrentEngine() {}

  /** Runs what it is given as system work of this thread's engine; null when it has none. */
  public static @Nullable Executor executor() {
    Engine engine = get();
    return engine == null ? null : engine::execute;
  }

  /**
   * Virtual time on a thread that works for a simulated machine: the running task's own; else null.
   */
  public static @Nullable Clock virtualClock() {
    return get() instanceof SimulatedEngine simulated ? simulated.taskClock() : null;
  }

  /**
   * The random numbers of the task that the calling thread runs, if that is simulated; else null.
   */
  public static @Nullable Random draws() {
    return get() instanceof SimulatedEngine simulated ? simulated.draws() : null;
  }

  /** The engine of the calling thread; null when it has none, or no longer works for it. */
  static @Nullable Engine get() {
    Engine engine = ENGINE.get();
    return engine != null && engine.isServedBy(Thread.currentThread()) ? engine : null;
  }

  /** As {@link #set}, if {@code engine} still knows of it; no engine is kept that does not. */
  static void resume(@Nullable Engine engine) {
    boolean served = engine != null && engine.isServedBy(Thread.currentThread());
    set(served ? engine : null);
  }

  /** The calling thread works for {@code engine} from now on; null when it no longer does. */
  static void set(@Nullable Engine engine) {
    ENGINE.set(engine);
  }
}
