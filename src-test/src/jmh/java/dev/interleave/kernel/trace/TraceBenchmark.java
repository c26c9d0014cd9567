package dev.interleave.kernel.trace;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The four events of one message, with the digest and without. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TraceBenchmark {
  private final Trace on = Trace.on();
  private final Trace off = Trace.off();
  private long now;

  @Benchmark
  public long recorded() {
    message(on);
    return now;
  }

  @Benchmark
  public long notRecorded() {
    message(off);
    return now;
  }

  private void message(Trace trace) {
    now++;
    trace.sent(now, 1, 2, 0);
    trace.ready(now, 1);
    trace.taken(now, 1, 0, 0);
    trace.left(now, 1, 0, Event.Why.COMPLETED, 0);
  }
}
