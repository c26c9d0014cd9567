package dev.interleave.kernel.dispatch;

import org.jspecify.annotations.Nullable;

/** A real core of the multicore dispatcher. */
final class CoreThread extends Thread {
  private final Engine engine;
  final int core;

  /** The task whose handler is running; only this thread touches it. */
  @Nullable TaskCell current;

  CoreThread(Engine engine, int core, Runnable loop) {
    super(loop, "interleave-core-" + core);
    this.engine = engine;
    this.core = core;
    setDaemon(true);
  }

  /** The task of {@code engine} that the calling thread runs a handler of; null for any other. */
  static @Nullable TaskCell currentTask(Engine engine) {
    return Thread.currentThread() instanceof CoreThread core && core.engine == engine
        ? core.current
        : null;
  }
}
