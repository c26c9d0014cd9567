package dev.interleave.testkit;

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

/**
 * A bench for one device: the bus that it is plugged into, in virtual time that goes on when the
 * test says so, without a kernel and without a driver. Not threadsafe.
 */
public final class DeviceBench implements Bus {

  /** An interrupt that was raised, at a time since boot. */
  public record Interrupt(Duration at, int badge) {}

  private record Pending(long at, long number, Runnable event) implements Comparable<Pending> {
    @Override
    public int compareTo(Pending other) {
      return at != other.at ? Long.compare(at, other.at) : Long.compare(number, other.number);
    }
  }

  private final Host host;
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
  private final TreeSet<Pending> pending = new TreeSet<>();
  private final List<Interrupt> interrupts = new ArrayList<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final Map<String, List<Long>> samples = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private long now;
  private long numbers;

  /** A bench whose host lends what {@code host} lends. */
  public DeviceBench(Host host) {
    this.host = host;
  }

  /** A bench whose host lends nothing. */
  public DeviceBench() {
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
    Pending first = pending.first();
    pending.remove(first);
    now = first.at;
    first.event.run();
  }

  /** The interrupts that were raised, in order. */
  public List<Interrupt> interrupts() {
    return List.copyOf(interrupts);
  }

  /** What was counted or dropped there. */
  public long counted(String metric) {
    return counts.getOrDefault(metric, 0L);
  }

  /** What was measured there, in order. */
  public List<Long> samples(String metric) {
    return List.copyOf(samples.getOrDefault(metric, List.of()));
  }

  /** The last text that was published there; empty when there was none. */
  public String text(String metric) {
    return texts.getOrDefault(metric, "");
  }

  @Override
  public void interrupt(int badge) {
    interrupts.add(new Interrupt(Duration.ofNanos(now), badge));
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
  public Cancellable after(Duration delay, Runnable event) {
    Pending added = new Pending(now + delay.toNanos(), numbers++, event);
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
