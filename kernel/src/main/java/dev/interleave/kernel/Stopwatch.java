package dev.interleave.kernel;

import dev.interleave.kernel.dispatch.Engine;
import dev.interleave.kernel.policy.Task;

/**
 * Measures how long something took, from effect to effect: what a turn does after having consumed
 * CPU time happens when that has been served, and so it is read then and not in the handler.
 *
 * <p>Not threadsafe: for the turns of the task that made it.
 */
public final class Stopwatch {

  private final Engine engine;
  private final Task task;
  private long since;

  /**
   * @param since what it runs from, in nanoseconds since boot
   */
  Stopwatch(Engine engine, Task task, long since) {
    this.engine = engine;
    this.task = task;
    this.since = since;
  }

  /** Starts again from 0. */
  public void restart() {
    engine.act(() -> since = engine.clock().nanos());
  }

  /** Records what has passed as one sample of {@code metric} and starts again from 0. */
  public void lap(String metric) {
    engine.act(() -> record(metric, engine.clock().nanos()));
  }

  private void record(String metric, long now) {
    long passed = now - since;
    since = now;
    new Meters(engine, task).measure(metric, passed);
  }
}
