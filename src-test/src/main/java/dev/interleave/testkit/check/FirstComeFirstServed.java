package dev.interleave.testkit.check;

import dev.interleave.kernel.trace.Event;

/** Whoever has waited longest gets a core first. For global queues and tasks that do not yield. */
public final class FirstComeFirstServed extends Check {
  private final Standing standing = new Standing();

  @Override
  public void event(Event event) {
    if (event instanceof Event.Taken || event instanceof Event.Resumed) {
      int first = standing.ready.isEmpty() ? 0 : standing.ready.iterator().next();
      if (first != event.task()) {
        broken(event, "task " + first + " has waited longer");
      }
    }
    standing.event(event);
  }
}
