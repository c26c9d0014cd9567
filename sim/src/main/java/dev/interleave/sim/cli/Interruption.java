package dev.interleave.sim.cli;

import java.util.OptionalInt;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Signals during a run: the first asks it to end in order, a second ends the process at once. One
 * that comes with the first is the first: {@code timeout} sends its signal to the process and to
 * its group. Threadsafe.
 */
final class Interruption implements AutoCloseable {
  private static final long TOGETHER_NANOS = 100_000_000;

  private final Runnable restore;
  private final @Nullable Object onInterrupt;
  private final @Nullable Object onTerminate;
  private final @Nullable Object onHangUp;
  private Runnable drain = () -> {};
  private int code;
  private long firstAt;

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
        again(exit);
        return;
      }
      code = exit;
      firstAt = System.nanoTime();
      action = drain;
    }
    action.run();
  }

  private void again(int exit) {
    if (System.nanoTime() - firstAt > TOGETHER_NANOS) {
      restore.run();
      Runtime.getRuntime().halt(exit);
    }
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
