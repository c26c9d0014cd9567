package dev.interleave.kernel.runtime;

import dev.interleave.kernel.Bus;
import dev.interleave.kernel.Host;
import dev.interleave.kernel.Machine;
import dev.interleave.kernel.dispatch.Engine;
import dev.interleave.kernel.dispatch.Thrown;
import dev.interleave.kernel.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.apache.pekko.actor.Cancellable;

/** The bus of one device. */
final class MachineBus implements Bus, Metered {
  private final Engine engine;
  private final String name;
  private final Interrupts<?> line;
  private final Meters meters;
  private final Host host;
  private final RandomGenerator random;

  MachineBus(
      Engine engine,
      String name,
      Interrupts<?> line,
      Meters meters,
      Host host,
      RandomGenerator random) {
    this.engine = engine;
    this.name = name;
    this.line = line;
    this.meters = meters;
    this.host = host;
    this.random = random;
  }

  @Override
  public void interrupt(int badge) {
    line.raise(badge);
  }

  @Override
  public Clock clock() {
    return engine.clock();
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public Cancellable after(Duration delay, Runnable event) {
    return engine.after(delay, () -> happen(event));
  }

  @Override
  public void post(Runnable event) {
    engine.post(() -> happen(event));
  }

  private void happen(Runnable event) {
    if (line.plugged()) {
      try {
        event.run();
      } catch (RuntimeException thrown) {
        engine.fail("the device of " + name + " threw " + Thrown.text(thrown));
      }
    }
  }

  @Override
  public AutoCloseable expectInput() {
    AtomicBoolean open = new AtomicBoolean(true);
    engine.expectInput(1);
    return () -> {
      if (open.getAndSet(false)) {
        engine.expectInput(-1);
      }
    };
  }

  @Override
  public boolean virtual() {
    return engine.machine() instanceof Machine.Simulated;
  }

  @Override
  public <T> Optional<T> host(Class<T> type) {
    return host.find(type);
  }

  @Override
  public Meters meters() {
    return meters;
  }
}
