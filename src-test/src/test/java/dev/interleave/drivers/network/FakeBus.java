package dev.interleave.drivers.network;

import dev.interleave.kernel.Bus;
import dev.interleave.kernel.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.pekko.actor.Cancellable;
import org.jspecify.annotations.Nullable;

/** A machine for one device: virtual time that goes on when it is told to. Not threadsafe. */
final class FakeBus implements Bus {

  private record Event(long at, long number, Runnable action) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
    }
  }

  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final List<Long> interrupts = new ArrayList<>();
  private long now;
  private long numbers;

  /** Lets everything happen that is due. */
  void run() {
    for (Event next = events.poll(); next != null; next = events.poll()) {
      now = next.at;
      next.action.run();
    }
  }

  /** What was counted or dropped at that place. */
  long counted(String metric) {
    return counts.getOrDefault(metric, 0L);
  }

  /** When interrupts were raised. */
  List<Long> interrupts() {
    return interrupts;
  }

  @Override
  public void interrupt(int badge) {
    interrupts.add(now);
  }

  @Override
  public Clock clock() {
    return () -> now;
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public Cancellable after(Duration delay, Runnable action) {
    Event event = new Event(now + delay.toNanos(), numbers++, action);
    events.add(event);
    return new Cancellable() {
      @Override
      public boolean cancel() {
        return events.remove(event);
      }

      @Override
      public boolean isCancelled() {
        return !events.contains(event);
      }
    };
  }

  @Override
  public void post(Runnable event) {
    after(Duration.ZERO, event);
  }

  @Override
  public AutoCloseable expectInput() {
    return () -> {};
  }

  @Override
  public boolean virtual() {
    return true;
  }

  @Override
  public <T> Optional<T> host(@Nullable Class<T> type) {
    return Optional.empty();
  }

  @Override
  public void measure(String metric, long value) {
    count(metric, 1);
  }

  @Override
  public void count(String metric, long amount) {
    counts.merge(metric, amount, Long::sum);
  }

  @Override
  public void publish(String metric, String text) {
    count(metric, 1);
  }

  @Override
  public void drop(String place, long amount) {
    count(place, amount);
  }
}
