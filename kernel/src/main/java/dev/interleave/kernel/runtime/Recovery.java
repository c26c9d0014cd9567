package dev.interleave.kernel.runtime;

import dev.interleave.kernel.RestartSettings;
import dev.interleave.kernel.dispatch.Engine;
import java.time.Duration;
import org.apache.pekko.actor.ActorRef;

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

  /**
   * A child that crashes takes its component with it.
   *
   * @param parent hears of it
   * @param life of the parent that the child belongs to
   */
  record Escalate(ActorRef parent, int life) implements Recovery {
    @Override
    public boolean after(Engine engine, String reason, Throwable thrown) {
      parent.tell(new Signals.ChildCrashed(life, thrown), ActorRef.noSender());
      return false;
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
