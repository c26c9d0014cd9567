package dev.interleave.testkit;

import dev.interleave.kernel.Bus;
import dev.interleave.kernel.Device;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The devices of a driver under test, from plug to unplug. Threadsafe. */
final class Devices {
  private final Duration interruptsLate;
  private final Set<Device> plugged = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Bus> buses = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private int most;

  /**
   * @param interruptsLate how long interrupts are held up, so that several become one; zero is not
   *     at all
   */
  Devices(Duration interruptsLate) {
    this.interruptsLate = interruptsLate;
  }

  /** {@code device}, seen by this. */
  Device watched(Device device) {
    return new Device() {
      @Override
      public void plug(Bus bus) {
        plugging(device, bus);
        device.plug(interruptsLate.isZero() ? bus : new LateBus(bus, interruptsLate));
      }

      @Override
      public void unplug() {
        unplugged(device);
        unplugTwice(device);
      }
    };
  }

  private synchronized void plugging(Device device, Bus bus) {
    if (!plugged.add(device)) {
      faults.add(device + " was plugged in while it was plugged in");
    }
    most = Math.max(most, plugged.size());
    buses.add(bus);
  }

  private synchronized void unplugged(Device device) {
    plugged.remove(device);
  }

  private void unplugTwice(Device device) {
    try {
      device.unplug();
      device.unplug();
    } catch (RuntimeException thrown) {
      fault(device.getClass().getSimpleName() + " threw when it was unplugged twice: " + thrown);
    }
  }

  private synchronized void fault(String fault) {
    faults.add(fault);
  }

  /** How many are plugged in now. */
  synchronized int plugged() {
    return plugged.size();
  }

  /** How many were plugged in at the same time at most. */
  synchronized int mostPlugged() {
    return most;
  }

  /** What devices did wrong. */
  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  /** After the run: speaks for each device once more; how many of them were heard. */
  synchronized int heardAfterTheEnd() {
    AtomicInteger heard = new AtomicInteger();
    for (Bus bus : buses) {
      bus.interrupt(0);
      bus.post(heard::incrementAndGet);
    }
    return heard.get();
  }
}
