package dev.interleave.kernel;

import dev.interleave.kernel.dispatch.Engine;
import java.time.Duration;

/** What follows a crash. */
interface Recovery {

  /** Decides in the turn that crashed; false when the actor is to end. */
  boolean after(Engine engine, String reason, Throwable thrown);

  /** The restart came too early. */
  default void again(Engine engine) {}

  /** A program that crashes is a bug: the run stops. */
  record FailRun() implements Recovery {
    @Override
    public boolean after(Engine engine, String reason, Throwable thrown) {
      engine.fail(reason);
      return false;
    }
  }

  /** A child that crashes takes its component with it. */
  record Escalate() implements Recovery {
    @Override
    public boolean after(Engine engine, String reason, Throwable thrown) {
      throw new ChildCrashed(reason, thrown);
    }
  }

  /** Thrown in a child to let Pekko tell its parent. */
  final class ChildCrashed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChildCrashed(String reason, Throwable cause) {
      super(reason, cause);
    }
  }

  /** A driver is restarted with back-off, up to a limit; then it stays down. */
  final class BackOff implements Recovery {
    private final RestartSettings settings;
    private int restarts;
    private Duration wait;

    BackOff(RestartSettings settings) {
      this.settings = settings;
      this.wait = settings.backoff();
    }

    @Override
    public boolean after(Engine engine, String reason, Throwable thrown) {
      if (restarts++ < settings.limit()) {
        again(engine);
        wait = shorter(wait.multipliedBy(2), settings.maxBackoff());
      }
      return true;
    }

    @Override
    public void again(Engine engine) {
      engine.pauseTurn(new Signals.Restart(), wait);
    }

    private static Duration shorter(Duration a, Duration b) {
      return a.compareTo(b) < 0 ? a : b;
    }
  }
}
