package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.Machine;

/**
 * What a simulated machine does at one instant, and in which order: the first thing of a list that
 * there is to do, then the list again. Not threadsafe.
 */
final class Instant {
  private static final int SHARE = 10_000;
  private static final int ROUNDS = 100;

  private final SerialEngine engine;
  private final VirtualTurns turns;
  private final VirtualTime time;
  private final InstantLimit limit;
  private final boolean slicesFirst;
  private boolean inCircles;
  private int inARow;
  private int rounds;

  Instant(
      SerialEngine engine,
      Machine.Simulated machine,
      VirtualTurns turns,
      VirtualTime time,
      InstantLimit limit) {
    this.engine = engine;
    this.turns = turns;
    this.time = time;
    this.limit = limit;
    this.slicesFirst = machine.requeue() == Machine.Requeue.BEFORE_ARRIVALS;
  }

  /** The first thing that is to be done at the present instant; false when nothing is left. */
  boolean step() {
    return engine.outside.takeIn()
        || systemWork()
        || turns.completions()
        || (slicesFirst && turns.sliceEnds())
        || time.arrival(engine)
        || turns.sliceEnds()
        || turns.idleCoresTakeTurns()
        || turns.preemption();
  }

  /**
   * As {@link #step}, but who is to stop waits neither for timers that come without end nor for
   * system work that goes round in circles: of this there is a share, then comes what is left.
   */
  boolean stepToTheEnd() {
    if (engine.outside.takeIn() || shareOfSystemWork() || restToTheEnd()) {
      return true;
    }
    inARow = 0;
    return false;
  }

  private boolean restToTheEnd() {
    return turns.completions()
        || turns.idleCoresTakeTurns()
        || time.arrival(engine)
        || turns.sliceEnds()
        || turns.preemption();
  }

  private boolean shareOfSystemWork() {
    inCircles |= limit.isPassed();
    return (!inCircles || inARow++ < SHARE) && systemWork();
  }

  /** Whether system work goes on that had its share, and is worth another one. */
  boolean anotherRoundToTheEnd() {
    return !engine.noSystemWork() && rounds++ < ROUNDS;
  }

  /** All system work that there is, and no task; not if it goes round in circles. */
  void systemWorkOnly() {
    limit.nextInstant();
    boolean more = true;
    while (more && !limit.isPassed()) {
      more = engine.outside.takeIn() || systemWork();
    }
  }

  private boolean systemWork() {
    Runnable work = engine.takeSystemWork();
    if (work != null) {
      limit.work(work, engine);
      Mailboxes.run(work);
    }
    return work != null;
  }
}
