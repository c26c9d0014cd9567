package dev.interleave.kernel;

/** The driver's end of a device's interrupts. Not threadsafe: for the driver's own turns. */
public interface InterruptLine {

  /** Holds interrupts back: they become pending, coalesced by badge. */
  void mask();

  /** Lets interrupts through again; what became pending meanwhile is delivered as one. */
  void unmask();

  /** Takes the device off, as when the driver stops. */
  void unplug();
}
