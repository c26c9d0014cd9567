package dev.interleave.kernel.runtime;

import dev.interleave.kernel.Meter;
import dev.interleave.kernel.dispatch.Engine;
import dev.interleave.kernel.policy.Task;

/** Writes what one component measures into the trace. Any thread. */
record Meters(Engine engine, Task task) implements Meter {

  @Override
  public void measure(String metric, long value) {
    engine.record((trace, at) -> trace.measured(at, task.id(), metric, value));
  }

  @Override
  public void count(String metric, long amount) {
    engine.record((trace, at) -> trace.counted(at, task.id(), metric, amount));
  }

  @Override
  public void publish(String metric, String text) {
    engine.record((trace, at) -> trace.published(at, task.id(), metric, text));
  }

  @Override
  public void drop(String place, long amount) {
    engine.record((trace, at) -> trace.dropped(at, task.id(), place, amount));
  }
}
