package dev.interleave.kernel.runtime;

import dev.interleave.kernel.Stopwatch;
import dev.interleave.kernel.dispatch.Engine;

/** A stopwatch on the engine's clock, for the samples of one task. */
final class EngineStopwatch implements Stopwatch {

  private final Engine engine;
  private final Meters meters;
  private long since;

  /**
   * @param since what it runs from, in nanoseconds since boot
   */
  EngineStopwatch(Engine engine, Meters meters, long since) {
    this.engine = engine;
    this.meters = meters;
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
    meters.measure(metric, passed);
  }
}
