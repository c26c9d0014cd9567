package dev.interleave.sim.cli;

import java.util.OptionalInt;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Signals during a run: the first asks it to end in order, a second ends the process at once.
 * Threadsafe.
 */
final class Interruption implements AutoCloseable {
  private final Runnable restore;
  private final @Nullable Object onInterrupt;
  private final @Nullable Object onTerminate;
  private final @Nullable Object onHangUp;
  private Runnable drain = () -> {};
  private int code;

  /**
   * @param restore gives the terminal back before the process ends at once
   */
  Interruption(Runnable restore) {
    this.restore = restore;
    onInterrupt = Signals.register("INT", () -> arrived(Exit.INTERRUPTED));
    onTerminate = Signals.register("TERM", () -> arrived(Exit.TERMINATED));
    onHangUp = Signals.register("HUP", () -> arrived(Exit.HUNG_UP));
  }

  /** What ends the run in order; done at once when a signal has come before. */
  void onFirst(Runnable action) {
    boolean late;
    synchronized (this) {
      drain = action;
      late = code != 0;
    }
    if (late) {
      action.run();
    }
  }

  private void arrived(int exit) {
    Runnable action;
    synchronized (this) {
      if (code != 0) {
        restore.run();
        Runtime.getRuntime().halt(exit);
      }
      code = exit;
      action = drain;
    }
    action.run();
  }

  /** The exit code of the signal that came, if one did. */
  synchronized OptionalInt code() {
    return code == 0 ? OptionalInt.empty() : OptionalInt.of(code);
  }

  @Override
  public void close() {
    Signals.unregister("INT", onInterrupt);
    Signals.unregister("TERM", onTerminate);
    Signals.unregister("HUP", onHangUp);
  }
}
