package dev.interleave.kernel.dispatch;

import org.apache.pekko.actor.ActorRef;
import org.jspecify.annotations.Nullable;

/** Decides whether something that another thread submits may enter a simulated machine. */
interface Gate {

  /**
   * Called by the thread that submits. What may not enter is a leak, and the gate has told of it.
   *
   * @param running whether the machine runs at this moment
   * @param receiver who a message is for; null for any other work
   * @param now virtual time
   */
  boolean admits(boolean running, @Nullable ActorRef receiver, long now);

  /** What {@link #admits} let in is there to be taken. */
  default void admitted() {}

  /** A handler waits, which is a leak: {@code leak} says so. */
  void waits(String leak);

  /** Open while nobody runs the machine; everything that comes during a run is a leak. */
  record Closing(Engine engine) implements Gate {
    @Override
    public boolean admits(boolean running, @Nullable ActorRef receiver, long now) {
      if (running) {
        engine.fail(Leak.submission(Thread.currentThread(), receiver, now));
      }
      return !running;
    }

    @Override
    public void waits(String leak) {
      engine.fail(leak);
    }
  }
}
