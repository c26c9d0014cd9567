package dev.interleave.sim.bench;

import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** The hold model on nothing but the platform's priority queue: no actor, no scheduler. */
final class BareQueue {
  private static final long SEED = 42;

  private record Event(long at, long number) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      int times = Long.compare(at, other.at);
      return times != 0 ? times : Long.compare(number, other.number);
    }
  }

  private final PriorityQueue<Event> queue = new PriorityQueue<>();
  private final SplittableRandom random = new SplittableRandom(SEED);
  private long issued;

  private BareQueue() {}

  /** Nanoseconds for {@code fires} events of {@code size} timers. */
  static long run(int size, int fires) {
    BareQueue bare = new BareQueue();
    long from = System.nanoTime();
    bare.hold(size, fires);
    return System.nanoTime() - from;
  }

  private void hold(int size, int fires) {
    for (int i = 0; i < size; i++) {
      add(0);
    }
    for (int i = 0; i < fires; i++) {
      add(queue.remove().at());
    }
  }

  private void add(long now) {
    queue.add(new Event(now + Hold.delay(random), issued++));
  }
}
