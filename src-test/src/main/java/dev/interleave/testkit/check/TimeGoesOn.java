package dev.interleave.testkit.check;

import dev.interleave.kernel.trace.Event;

/** Events come in the order of their time. */
public final class TimeGoesOn extends Check {
  private long last;

  @Override
  public void event(Event event) {
    if (event.at() < last) {
      broken(event, "after an event of " + last + " ns");
    }
    last = Math.max(last, event.at());
  }
}
