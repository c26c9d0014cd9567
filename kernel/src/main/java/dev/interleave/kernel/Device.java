package dev.interleave.kernel;

/**
 * The hardware side of a driver: a simulated model or a real backend.
 *
 * <p>A device is parallel by nature: its time uses no core. Its driver touches it by calling its
 * methods (registers, rings) and hears from it by interrupts only. On real threads the driver's
 * core and the device's own time are different threads, so every method of a device is {@code
 * synchronized}; on the simulated dispatcher that costs nothing.
 */
public interface Device {

  /** Powers the device on. It may raise interrupts from now on. */
  void plug(Bus bus);

  /** Powers the device off. It raises no interrupt afterwards; must be idempotent. */
  default void unplug() {}
}
