package dev.interleave.testkit.check;

import dev.interleave.kernel.trace.Event;

/** Nobody gets a core who did not wait for one. */
public final class ReadyBeforeRunning extends Check {
  private final Standing standing = new Standing();

  @Override
  public void event(Event event) {
    boolean gets = event instanceof Event.Taken || event instanceof Event.Resumed;
    if (gets && !standing.ready.contains(event.task())) {
      broken(event, "task runs without being ready");
    }
    standing.event(event);
  }
}
