package dev.interleave.drivers.keyboard;

import java.time.Duration;

/**
 * Keeps what is pressed, lent by the front end to the keyboard's device. Called in device time, in
 * order; must be quick and must not throw.
 */
public interface KeyRecorder {

  /** A key was pressed at {@code at}, since boot. */
  void pressed(Duration at, Stroke stroke);

  /** The input ended at {@code at}, since boot. */
  void ended(Duration at);
}
