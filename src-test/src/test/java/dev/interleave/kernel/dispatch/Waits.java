package dev.interleave.kernel.dispatch;

import java.util.Set;

/** Threads that wait. */
final class Waits {
  private static final Set<Thread.State> WAITING =
      Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

  private Waits() {}

  /** Comes back when {@code thread} waits for something. */
  static void untilItWaits(Thread thread) {
    while (!WAITING.contains(thread.getState())) {
      Thread.onSpinWait();
    }
  }
}
