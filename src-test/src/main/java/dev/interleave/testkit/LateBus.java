package dev.interleave.testkit;

import dev.interleave.kernel.Bus;
import dev.interleave.kernel.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.pekko.actor.Cancellable;

/** A bus whose interrupts come late: those of one badge that are raised meanwhile are one. */
final class LateBus implements Bus {
  private final Bus bus;
  private final Duration late;
  private long raised;

  LateBus(Bus bus, Duration late) {
    this.bus = bus;
    this.late = late;
  }

  @Override
  public synchronized void interrupt(int badge) {
    if ((raised & 1L << badge) == 0) {
      raised |= 1L << badge;
      bus.after(late, () -> arrive(badge));
    }
  }

  private void arrive(int badge) {
    synchronized (this) {
      raised &= ~(1L << badge);
    }
    bus.interrupt(badge);
  }

  @Override
  public Clock clock() {
    return bus.clock();
  }

  @Override
  public RandomGenerator random() {
    return bus.random();
  }

  @Override
  public Cancellable after(Duration delay, Runnable event) {
    return bus.after(delay, event);
  }

  @Override
  public void post(Runnable event) {
    bus.post(event);
  }

  @Override
  public AutoCloseable expectInput() {
    return bus.expectInput();
  }

  @Override
  public boolean virtual() {
    return bus.virtual();
  }

  @Override
  public <T> Optional<T> host(Class<T> type) {
    return bus.host(type);
  }

  @Override
  public void measure(String metric, long value) {
    bus.measure(metric, value);
  }

  @Override
  public void count(String metric, long amount) {
    bus.count(metric, amount);
  }

  @Override
  public void publish(String metric, String text) {
    bus.publish(metric, text);
  }

  @Override
  public void drop(String place, long amount) {
    bus.drop(place, amount);
  }
}
