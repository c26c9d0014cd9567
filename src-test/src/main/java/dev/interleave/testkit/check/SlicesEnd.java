package dev.interleave.testkit.check;

import dev.interleave.kernel.trace.Event;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Nobody keeps a core beyond the end of a slice at which somebody waited already. For the simulated
 * dispatcher without costs, and slices that are all of one length.
 */
public final class SlicesEnd extends Check {
  private final long slice;
  private final Map<Integer, Long> waitsSince = new HashMap<>();
  private final Map<Integer, Long> runsSince = new HashMap<>();
  private @Nullable Event last;

  /**
   * @param slice in nanoseconds; above 0
   */
  public SlicesEnd(long slice) {
    this.slice = slice;
  }

  @Override
  public void event(Event event) {
    if (last != null && event.at() > last.at()) {
      runsSince.forEach((task, since) -> waitedAtEnd(task, since, event));
    }
    int task = event.task();
    if (event instanceof Event.Ready) {
      waitsSince.putIfAbsent(task, event.at());
    } else if (event instanceof Event.Taken || event instanceof Event.Resumed) {
      waitsSince.remove(task);
      runsSince.put(task, event.at());
    } else if (event instanceof Event.Left || event instanceof Event.Stopped) {
      runsSince.remove(task);
      waitsSince.remove(task);
    }
    last = event;
  }

  /** Time goes on: the slice that ended last before {@code event} was the task's last. */
  private void waitedAtEnd(int task, long since, Event event) {
    long ended = since + (event.at() - 1 - since) / slice * slice;
    if (ended > since) {
      waitsSince.forEach(
          (other, from) -> {
            if (from < ended) {
              broken(event, "task " + task + " goes on while " + other + " waits since " + from);
            }
          });
    }
  }
}
