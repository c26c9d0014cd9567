package dev.interleave.drivers.keyboard;

import dev.interleave.kernel.Bus;
import java.time.Duration;
import java.util.Iterator;

/**
 * Presses keys at times that are known before: those of a script or of a typist. Keys whose time
 * has passed when the keyboard is plugged are not pressed; those since it was unplugged are lost.
 */
final class TimedSource implements KeySource {
  private final Iterator<Press> presses;
  private final long unpluggedAt;

  /**
   * @param presses in the order of their times, all of them since boot
   * @param unpluggedAt when a keyboard with the same keys was unplugged before this one; {@code
   *     Long.MAX_VALUE} when there was none
   */
  TimedSource(Iterator<Press> presses, long unpluggedAt) {
    this.presses = presses;
    this.unpluggedAt = unpluggedAt;
  }

  @Override
  public void start(Bus bus, KeyboardDevice keyboard) {
    long now = bus.clock().nanos();
    long lost = 0;
    while (presses.hasNext()) {
      Press press = presses.next();
      boolean missed = unpluggedAt != Long.MAX_VALUE && press.at() <= now;
      if (!missed || press.stroke().isEmpty()) {
        await(press, bus, keyboard);
        break;
      }
      lost += press.at() > unpluggedAt ? 1 : 0;
    }
    if (lost > 0) {
      bus.drop("unplugged", lost);
    }
  }

  private void await(Press press, Bus bus, KeyboardDevice keyboard) {
    long delay = Math.max(0, press.at() - bus.clock().nanos());
    bus.after(Duration.ofNanos(delay), () -> happen(press, bus, keyboard));
  }

  private void happen(Press press, Bus bus, KeyboardDevice keyboard) {
    press.stroke().ifPresentOrElse(keyboard::press, keyboard::end);
    if (presses.hasNext()) {
      await(presses.next(), bus, keyboard);
    }
  }
}
