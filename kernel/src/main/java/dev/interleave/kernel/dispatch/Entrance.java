package dev.interleave.kernel.dispatch;

import org.apache.pekko.actor.ActorRef;
import org.jspecify.annotations.Nullable;

/**
 * Where other threads enter a simulated machine: what they submit passes a {@link Gate}, and before
 * the machine ends it waits a little for those that handlers set going.
 */
final class Entrance {
  final ForeignWork foreign = new ForeignWork();
  private final SimulatedEngine engine;
  private Gate gate;

  Entrance(SimulatedEngine engine) {
    this.engine = engine;
    this.gate = new Gate.Closing(engine);
  }

  /** Whom the outside is, and what becomes of leaks, when not the default; before a run. */
  void gate(Gate other) {
    gate = other;
  }

  /**
   * Any thread: {@code action} happens on the machine's thread, if it may.
   *
   * @param receiver whom it is a message for; null when it is none
   */
  void enter(Runnable action, @Nullable ActorRef receiver) {
    if (gate.admits(engine.isRunning(), () -> foreign.leak(receiver, engine.clock().nanos()))) {
      engine.outsideTime.spokenTo();
      engine.outside.push(action);
      gate.admitted();
    } else if (receiver == null) {
      engine.outside.push(action); // for the end: a shutdown begun outside must be able to end
    }
  }

  /** The calling thread goes on when the step is over that brought what it waited for. */
  void awaitStep() {
    gate.awaitStep();
  }

  /** The running handler waits for what only the machine's own thread could bring. */
  void waits(String leak) {
    gate.waits(leak);
  }

  // --- the end ---

  /**
   * Nothing is left to do at {@code now}: whether a thread that a handler set going brings
   * something.
   *
   * @param itIsOver whether the run ends then, whatever is still to come
   */
  boolean lateWord(long now, boolean itIsOver) {
    return itIsOver
        ? foreign.wordComesAfterAll(engine::hasWord, now)
        : gate.nobodyMayCome() && lastWord(now);
  }

  /** As {@link #lateWord}, when nobody else may come: who is told nothing by then never will be. */
  private boolean lastWord(long now) {
    boolean comes = foreign.wordComesInTime(engine::hasWord);
    if (!comes) {
      foreign.open().forEach(one -> gate.waits("leak: " + one.told(now)));
    }
    return comes;
  }

  /**
   * The run was ended at {@code now}: what still comes from outside is a leak, and is waited for.
   */
  void lookForLeaks(long now) {
    if (engine.failure() == null) {
      foreign.wordComesAfterAll(this::hasLeak, now);
    }
  }

  private boolean hasLeak() {
    return engine.failure() != null || !engine.outside.isEmpty();
  }
}
