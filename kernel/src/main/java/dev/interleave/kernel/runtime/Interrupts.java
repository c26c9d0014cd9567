package dev.interleave.kernel.runtime;

import dev.interleave.kernel.Device;
import dev.interleave.kernel.InterruptLine;
import dev.interleave.kernel.dispatch.Engine;
import dev.interleave.kernel.policy.Task;
import java.util.function.LongFunction;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/**
 * The interrupt controller between one device and its driver. Invariant: at most one message is on
 * its way; whatever is raised meanwhile is a bit in {@code pending}. Threadsafe.
 *
 * @param <M> the driver's protocol
 */
final class Interrupts<M> implements InterruptLine {
  private static final int BADGES = 64;

  private final Engine engine;
  private final ActorRef<Object> driver;
  private final Task task;
  private final LongFunction<M> onInterrupt;
  private @Nullable Device device;
  private long pending;
  private boolean onItsWay;
  private boolean masked;

  Interrupts(
      Engine engine,
      ActorRef<Object> driver,
      Task task,
      Device device,
      LongFunction<M> onInterrupt) {
    this.engine = engine;
    this.driver = driver;
    this.task = task;
    this.device = device;
    this.onInterrupt = onInterrupt;
  }

  void raise(int badge) {
    if (badge < 0 || badge >= BADGES) {
      throw new IllegalArgumentException("badge " + badge + " is not from 0 to 63");
    }
    if (plugged()) {
      boolean coalesced = isPending(badge);
      engine.record((trace, at) -> trace.interrupt(at, task.id(), badge, coalesced));
      deliver(1L << badge);
    }
  }

  private synchronized boolean isPending(int badge) {
    return (pending & 1L << badge) != 0;
  }

  synchronized boolean plugged() {
    return device != null;
  }

  private void deliver(long badges) {
    if (mustSend(badges)) {
      driver.tell(new Signals.Interrupted(this));
    }
  }

  private synchronized boolean mustSend(long badges) {
    pending |= badges;
    boolean send = pending != 0 && !onItsWay && !masked;
    onItsWay |= send;
    return send;
  }

  /** The driver's turn has come: all that is pending, as one message; null when masked since. */
  @Nullable M take() {
    long badges = takeBadges();
    return badges == 0 ? null : onInterrupt.apply(badges);
  }

  private synchronized long takeBadges() {
    onItsWay = false;
    long badges = masked ? 0 : pending;
    pending &= ~badges;
    return badges;
  }

  @Override
  public synchronized void mask() {
    masked = true;
  }

  @Override
  public void unmask() {
    synchronized (this) {
      masked = false;
    }
    deliver(0);
  }

  @Override
  public void unplug() {
    Device plugged = forget();
    if (plugged != null) {
      plugged.unplug();
    }
  }

  private synchronized @Nullable Device forget() {
    Device plugged = device;
    device = null;
    pending = 0;
    return plugged;
  }
}
