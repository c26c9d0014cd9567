package dev.interleave.testkit.check;

import dev.interleave.kernel.trace.Event;
import dev.interleave.kernel.trace.Event.Why;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Between a yield and its resumption every task that was ready at the yield has got a core. */
public final class YieldPromise extends Check {
  private static final String RESUMPTION = "Resume";

  private final Standing standing = new Standing();
  private final Map<Integer, Set<Integer>> before = new HashMap<>();

  @Override
  public void event(Event event) {
    standing.event(event);
    if (event instanceof Event.Left left && left.why() == Why.YIELDED) {
      before.put(left.task(), new LinkedHashSet<>(standing.ready));
    } else if (event instanceof Event.Taken taken) {
      if (taken.message().equals(RESUMPTION)) {
        resumed(taken);
      }
      served(taken.task());
    } else if (event instanceof Event.Resumed || event instanceof Event.Stopped) {
      served(event.task());
    }
  }

  private void resumed(Event.Taken taken) {
    Set<Integer> owed = before.getOrDefault(taken.task(), Set.of());
    if (!owed.isEmpty()) {
      broken(taken, owed + " were ready at the yield and had no turn since");
    }
  }

  private void served(int task) {
    before.values().forEach(owed -> owed.remove(task));
  }
}
