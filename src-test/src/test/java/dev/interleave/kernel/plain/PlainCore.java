package dev.interleave.kernel.plain;

import org.jspecify.annotations.Nullable;

/** A core of the plain machine. */
final class PlainCore {
  final int number;
  @Nullable PlainTask task;
  @Nullable PlainTask last;
  long switching;
  long slice;
  long dispatch;
  long since;

  PlainCore(int number) {
    this.number = number;
  }

  boolean isIdle() {
    return task == null;
  }

  @SuppressWarnings("NullAway") // asked of busy cores only
  PlainTask running() {
    return task;
  }

  /** Whether its task is served, and not in a switch. */
  boolean serves() {
    return task != null && switching == 0;
  }

  boolean isDue() {
    return serves() && (running().effectIsDue() || running().owesNothing());
  }

  void tick() {
    if (switching > 0) {
      switching--;
    } else if (task != null) {
      task.served++;
      slice--;
    }
  }
}
