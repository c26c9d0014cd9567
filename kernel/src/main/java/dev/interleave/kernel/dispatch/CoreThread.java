package dev.interleave.kernel.dispatch;

import org.jspecify.annotations.Nullable;

/** A real core of the multicore dispatcher. */
final class CoreThread extends Thread {
  final int core;

  /** The task whose handler is running; only this thread touches it. */
  @Nullable TaskCell current;

  CoreThread(int core, Runnable loop) {
    super(loop, "interleave-core-" + core);
    this.core = core;
    setDaemon(true);
  }

  /** The task that the calling thread runs a handler of; null on any other thread. */
  static @Nullable TaskCell currentTask() {
    return Thread.currentThread() instanceof CoreThread thread ? thread.current : null;
  }
}
