package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.Machine;

/**
 * What a simulated machine does at one instant, and in which order: the first thing of a list that
 * there is to do, then the list again. Not threadsafe.
 */
final class Instant {
  private final SerialEngine engine;
  private final VirtualTurns turns;
  private final VirtualTime time;
  private final InstantLimit limit;
  private final boolean slicesFirst;

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

  /** As {@link #step}, but who is to stop does not wait for timers that come without end. */
  boolean stepToTheEnd() {
    return engine.outside.takeIn()
        || systemWork()
        || turns.completions()
        || turns.idleCoresTakeTurns()
        || time.arrival(engine)
        || turns.sliceEnds()
        || turns.preemption();
  }

  /** All system work that there is, and no task; not if it goes round in circles. */
  void systemWorkOnly() {
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
