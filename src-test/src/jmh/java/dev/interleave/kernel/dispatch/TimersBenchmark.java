package dev.interleave.kernel.dispatch;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The hold model on the heap of timers alone, and on the platform's priority queue. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TimersBenchmark {
  private static final long SECOND = 1_000_000_000L;

  @Param({"1000", "100000"})
  int size;

  private final SplittableRandom random = new SplittableRandom(42);
  private final VirtualTimers timers = new VirtualTimers();
  private final PriorityQueue<Long> bare = new PriorityQueue<>();

  @Setup
  public void fill() {
    for (int i = 0; i < size; i++) {
      timers.add(timer(), delay());
      bare.add(delay());
    }
  }

  private VirtualTimer timer() {
    return new VirtualTimer(timers, () -> {}, 0);
  }

  private long delay() {
    return SECOND + random.nextLong(SECOND);
  }

  @Benchmark
  public Object heap() {
    long now = timers.nextAt();
    VirtualTimer fired = timers.poll();
    timers.add(timer(), now + delay());
    return fired;
  }

  @Benchmark
  public Object priorityQueue() {
    Long now = bare.remove();
    bare.add(now + delay());
    return now;
  }
}
