package dev.interleave.kernel.dispatch;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.dispatch.Envelope;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A message in and one out, of a mailbox in which some wait. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MailboxBenchmark {

  @Param({"0", "100"})
  int waiting;

  private final Envelope envelope = new Envelope("message", ActorRef.noSender());
  private final RingMessages ring = new RingMessages(false);
  private final RingMessages stamped = new RingMessages(true);
  private final ArrayDeque<Envelope> deque = new ArrayDeque<>();

  @Setup
  public void fill() {
    for (int i = 0; i < waiting; i++) {
      ring.offer(envelope, 0, 0);
      stamped.offer(envelope, i, i);
      deque.add(envelope);
    }
  }

  @Benchmark
  public Object unstamped() {
    ring.offer(envelope, 0, 0);
    return ring.poll();
  }

  @Benchmark
  public Object stamped() {
    stamped.offer(envelope, 1, 1);
    return stamped.poll();
  }

  @Benchmark
  public Object arrayDeque() {
    deque.add(envelope);
    return deque.poll();
  }
}
