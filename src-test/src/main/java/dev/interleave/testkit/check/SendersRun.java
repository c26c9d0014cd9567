package dev.interleave.testkit.check;

import dev.interleave.kernel.trace.Event;

/** A task sends only while it has a core. For virtual and serial machines. */
public final class SendersRun extends Check {
  private final Standing standing = new Standing();

  @Override
  public void event(Event event) {
    standing.event(event);
    if (event instanceof Event.Sent sent
        && sent.from() != 0
        && !standing.running.contains(sent.from())
        && !sent.message().equals("Resume")) {
      broken(sent, "the sender has no core");
    }
  }
}
