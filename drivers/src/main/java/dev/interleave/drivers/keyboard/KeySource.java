package dev.interleave.drivers.keyboard;

import dev.interleave.kernel.Bus;
import java.time.Duration;

/** Where the keys of a plugged keyboard come from. Used by its device only. */
interface KeySource {

  /** Begins to press keys of {@code keyboard}. */
  void start(Bus bus, KeyboardDevice keyboard);

  /** Presses no more keys; must be idempotent. */
  default void stop() {}

  /** Nobody types. */
  KeySource NOBODY = (bus, keyboard) -> {};

  /** There is no input: it ends at once. */
  KeySource CLOSED = (bus, keyboard) -> bus.after(Duration.ZERO, keyboard::end);
}
