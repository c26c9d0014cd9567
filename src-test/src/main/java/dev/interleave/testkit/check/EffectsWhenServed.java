package dev.interleave.testkit.check;

import dev.interleave.kernel.trace.Event;
import java.util.HashMap;
import java.util.Map;

/**
 * What a handler does after having consumed c happens when its turn has been served c. The handlers
 * tell: after each {@code consume} they record a sample of the metric {@value #CONSUMED}, whose
 * value is what the turn has consumed so far. For machines without costs. Also: a turn ends when it
 * has been served the last such value.
 */
public final class EffectsWhenServed extends Check {
  /** The metric of the samples, in nanoseconds of CPU time since the turn began. */
  public static final String CONSUMED = "consumed";

  private static final class Turn {
    long servedBefore;
    long gotCoreAt;
    long consumed;
  }

  private final Map<Integer, Turn> turns = new HashMap<>();

  @Override
  public void event(Event event) {
    if (event instanceof Event.Taken taken) {
      Turn turn = new Turn();
      turn.gotCoreAt = taken.at();
      turns.put(taken.task(), turn);
    } else if (event instanceof Event.Resumed resumed) {
      turn(resumed).gotCoreAt = resumed.at();
    } else if (event instanceof Event.Measured measured && measured.metric().equals(CONSUMED)) {
      effect(measured);
    } else if (event instanceof Event.Left left) {
      left(left);
    }
  }

  private Turn turn(Event event) {
    return turns.computeIfAbsent(event.task(), any -> new Turn());
  }

  private void effect(Event.Measured measured) {
    Turn turn = turn(measured);
    turn.consumed = measured.value();
    long served = turn.servedBefore + measured.at() - turn.gotCoreAt;
    if (served != measured.value()) {
      broken(measured, "happens when " + served + " ns have been served");
    }
  }

  private void left(Event.Left left) {
    Turn turn = turn(left);
    turn.servedBefore += left.at() - turn.gotCoreAt;
    boolean whole = left.why() == Event.Why.COMPLETED || left.why() == Event.Why.YIELDED;
    if (whole && turn.servedBefore != turn.consumed) {
      broken(left, "owed " + turn.consumed + " ns and was served " + turn.servedBefore);
    }
  }
}
