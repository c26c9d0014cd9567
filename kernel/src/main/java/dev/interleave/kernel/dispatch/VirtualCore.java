package dev.interleave.kernel.dispatch;

import org.jspecify.annotations.Nullable;

/** A core of the simulated dispatcher: which task it runs and when it is heard of next. */
final class VirtualCore {

  /** What happens at {@link #nextAt}, in the order of one instant. */
  enum Phase {
    /** An effect falls due or the turn is served in full. */
    COMPLETION,
    /** The slice ends. */
    SLICE_END,
    /** A switch is over, and the task may be preempted from now on. */
    SWITCHED
  }

  final int number;
  @Nullable TaskCell task;
  @Nullable TaskCell last;

  /** When the task got this core. */
  long since;

  /** When the task is served from: {@link #since} and the cost of the switch. */
  long servedFrom;

  long sliceEnd;

  /** The order in which this turn was taken; a cut turn keeps it. Turns complete in this order. */
  long turn;

  /** The order in which its task got this core: begun or resumed. Slices end in this order. */
  long dispatch;

  long nextAt;
  Phase phase = Phase.COMPLETION;
  int place = -1;

  VirtualCore(int number) {
    this.number = number;
  }

  /** CPU time that its task has been served in this turn, at {@code now}. */
  long servedAt(long now) {
    TaskCell running = running();
    return running.served + Math.max(0, now - servedFrom);
  }

  @SuppressWarnings("NullAway") // asked of busy cores only
  TaskCell running() {
    return task;
  }

  /**
   * Finds out when something happens here next; false when that is beyond the end of virtual time,
   * so that it happens now.
   */
  boolean plan(long now) {
    TaskCell running = running();
    Effect effect = running.effect;
    long due = servedFrom - running.served + (effect == null ? running.owed : effect.offset);
    boolean inTime = due >= 0;
    nextAt = inTime ? due : now;
    phase = Phase.COMPLETION;
    if (now < servedFrom && servedFrom < due) {
      nextAt = servedFrom;
      phase = Phase.SWITCHED;
    } else if (sliceEnd < due) {
      nextAt = sliceEnd;
      phase = Phase.SLICE_END;
    }
    return inTime;
  }

  /** It has run {@code task}, and a message of it. */
  void ran(TaskCell ran) {
    last = ran;
    ran.lastCore = number;
  }

  boolean completesAt(long now) {
    return nextAt <= now && phase == Phase.COMPLETION;
  }

  boolean endsSliceAt(long now) {
    return nextAt <= now && phase == Phase.SLICE_END;
  }

  /** Whether this core is heard of before {@code other}. */
  boolean before(VirtualCore other) {
    if (nextAt != other.nextAt) {
      return nextAt < other.nextAt;
    }
    int phases = phase.compareTo(other.phase);
    if (phases != 0) {
      return phases < 0;
    }
    return phase == Phase.SLICE_END ? dispatch < other.dispatch : turn < other.turn;
  }
}
