package dev.interleave.kernel.runtime;

import dev.interleave.kernel.Stopwatch;
import dev.interleave.kernel.dispatch.Engine;
import dev.interleave.kernel.policy.Task;

/** A stopwatch on the engine's clock, for the samples of one task. */
final class EngineStopwatch implements Stopwatch {

  private final Engine engine;
  private final Task task;
  private long since;

  /**
   * @param since what it runs from, in nanoseconds since boot
   */
  EngineStopwatch(Engine engine, Task task, long since) {
    this.engine = engine;
    this.task = task;
    this.since = since;
  }

  @Override
  public void restart() {
    engine.act(() -> since = engine.clock().nanos());
  }

  @Override
  public void lap(String metric) {
    engine.act(() -> record(metric, engine.clock().nanos()));
  }

  private void record(String metric, long now) {
    long passed = now - since;
    since = now;
    new Meters(engine, task).measure(metric, passed);
  }
}
