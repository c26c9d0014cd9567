package dev.interleave.drivers;

import dev.interleave.kernel.Bus;
import dev.interleave.kernel.Host;
import dev.interleave.kernel.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.pekko.actor.Cancellable;

/** A bus in virtual time, without a kernel: a test moves its clock. */
public final class FakeBus implements Bus {

  private record Pending(long at, long number, Runnable event) implements Comparable<Pending> {
    @Override
    public int compareTo(Pending other) {
      return at != other.at ? Long.compare(at, other.at) : Long.compare(number, other.number);
    }
  }

  private final Host host;
  private final TreeSet<Pending> pending = new TreeSet<>();
  private final List<Integer> interrupts = new ArrayList<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final Map<String, List<Long>> samples = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private long now;
  private long events;

  public FakeBus(Host host) {
    this.host = host;
  }

  public FakeBus() {
    this(Host.NONE);
  }

  /** Lets everything happen up to {@code time} since boot, and stops there. */
  public void runTo(Duration time) {
    while (!pending.isEmpty() && pending.first().at <= time.toNanos()) {
      step();
    }
    now = Math.max(now, time.toNanos());
  }

  /** Lets everything happen. */
  public void run() {
    while (!pending.isEmpty()) {
      step();
    }
  }

  private void step() {
    Pending first = pending.pollFirst();
    now = first.at;
    first.event.run();
  }

  public List<Integer> interrupts() {
    return interrupts;
  }

  /** What was counted or dropped there. */
  public long counted(String metric) {
    return counts.getOrDefault(metric, 0L);
  }

  public List<Long> samples(String metric) {
    return samples.getOrDefault(metric, List.of());
  }

  public String text(String metric) {
    return texts.getOrDefault(metric, "");
  }

  @Override
  public void interrupt(int badge) {
    interrupts.add(badge);
  }

  @Override
  public Clock clock() {
    return () -> now;
  }

  @Override
  public RandomGenerator random() {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(1);
  }

  @Override
  public Cancellable after(Duration delay, Runnable event) {
    Pending added = new Pending(now + delay.toNanos(), events++, event);
    pending.add(added);
    return new Cancellable() {
      @Override
      public boolean cancel() {
        return pending.remove(added);
      }

      @Override
      public boolean isCancelled() {
        return !pending.contains(added);
      }
    };
  }

  @Override
  public void post(Runnable event) {
    event.run();
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
  public <T> Optional<T> host(Class<T> type) {
    return host.find(type);
  }

  @Override
  public void measure(String metric, long value) {
    samples.computeIfAbsent(metric, it -> new ArrayList<>()).add(value);
  }

  @Override
  public void count(String metric, long amount) {
    counts.merge(metric, amount, Long::sum);
  }

  @Override
  public void publish(String metric, String text) {
    texts.put(metric, text);
  }

  @Override
  public void drop(String place, long amount) {
    count(place, amount);
  }
}
