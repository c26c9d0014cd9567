package dev.interleave.drivers.network;

import dev.interleave.kernel.Bus;
import java.time.Duration;

/** Device time in which nothing else of the same device happens at the same moment. */
@FunctionalInterface
interface DeviceTime {

  /** Calls {@code event} after {@code delay}, holding the device's lock. */
  void after(Duration delay, Runnable event);

  /** The time of {@code bus} under the lock of {@code device}. */
  static DeviceTime of(Bus bus, Object device) {
    return (delay, event) ->
        bus.after(
            delay,
            () -> {
              synchronized (device) {
                event.run();
              }
            });
  }
}
