package dev.interleave.testkit.check;

import dev.interleave.kernel.trace.Event;
import org.jspecify.annotations.Nullable;

/**
 * No core is idle while a task waits. For the simulated dispatcher with a policy that lets every
 * task run on every core; looked at when an instant is over.
 */
public final class NoIdleCore extends Check {
  private final int cores;
  private final Standing standing = new Standing();
  private @Nullable Event last;

  /**
   * @param cores how many the machine has
   */
  public NoIdleCore(int cores) {
    this.cores = cores;
  }

  @Override
  public void event(Event event) {
    if (last != null && event.at() > last.at()) {
      instantIsOver(last);
    }
    standing.event(event);
    last = event;
  }

  private void instantIsOver(Event end) {
    if (standing.running.size() < cores && !standing.ready.isEmpty()) {
      broken(end, standing.ready + " wait while only " + standing.running + " run");
    }
  }
}
