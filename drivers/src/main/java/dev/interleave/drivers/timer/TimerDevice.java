package dev.interleave.drivers.timer;

import dev.interleave.kernel.Bus;
import dev.interleave.kernel.Device;
import java.time.Duration;
import org.apache.pekko.actor.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * One compare register: an interrupt when the clock has reached it. Fires once, and never before
 * the time that was set. Threadsafe.
 */
final class TimerDevice implements Device {
  static final int COMPARE = 0;

  private final long resolution;
  private @Nullable Bus bus;
  private @Nullable Cancellable pending;

  TimerDevice(Duration resolution) {
    this.resolution = resolution.toNanos();
  }

  @Override
  public synchronized void plug(Bus bus) {
    this.bus = bus;
  }

  /** Sets the register to the time {@code at}, in nanoseconds since boot; the last one holds. */
  synchronized void arm(long at) {
    disarm();
    Bus present = bus;
    if (present != null) {
      pending = present.after(Duration.ZERO, () -> compare(roundUp(at)));
    }
  }

  /** Waits for the rest of the time, counted from when the register was really written. */
  private synchronized void compare(long at) {
    Bus present = bus;
    if (present != null) {
      long delay = Math.max(0, at - present.clock().nanos());
      pending = present.after(Duration.ofNanos(delay), () -> present.interrupt(COMPARE));
    }
  }

  /** No interrupt before the next {@link #arm}. */
  synchronized void disarm() {
    if (pending != null) {
      pending.cancel();
      pending = null;
    }
  }

  @Override
  public synchronized void unplug() {
    disarm();
    bus = null;
  }

  private long roundUp(long at) {
    long rest = at % resolution;
    return rest == 0 ? at : at - rest + resolution;
  }
}
