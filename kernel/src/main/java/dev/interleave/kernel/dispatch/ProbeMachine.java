package dev.interleave.kernel.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * The machine of one probe of Pekko's test kit: the one that the probe speaks to as it is made, by
 * spawning its actor. None if that is in a system without. Any thread.
 */
final class ProbeMachine {
  private static final ThreadLocal<@Nullable ProbeMachine> BEING_MADE = new ThreadLocal<>();
  private static final String PROBE = "org.apache.pekko.actor.testkit.typed.internal.TestProbeImpl";
  private static final int QUEUES = 2; // of messages and of terminations

  private int queues;
  private volatile @Nullable OutsideTime time;

  private ProbeMachine() {}

  /** That of the probe that the calling thread makes, for one of its queues. */
  static ProbeMachine forQueue() {
    ProbeMachine made = BEING_MADE.get();
    if (made == null || made.queues == QUEUES) {
      made = new ProbeMachine();
      BEING_MADE.set(made);
    }
    made.queues++;
    return made;
  }

  /** The calling thread speaks to the machine of {@code time}, perhaps since it makes a probe. */
  static void spokenTo(OutsideTime time) {
    ProbeMachine made = BEING_MADE.get();
    if (made != null) {
      BEING_MADE.remove();
      made.time = makesProbe() ? time : null;
    }
  }

  private static boolean makesProbe() {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(ProbeMachine::isConstructorOfProbe));
  }

  private static boolean isConstructorOfProbe(StackWalker.StackFrame frame) {
    return frame.getMethodName().equals("<init>") && frame.getClassName().equals(PROBE);
  }

  /** Its time; null without a machine. */
  @Nullable OutsideTime time() {
    return time;
  }
}
