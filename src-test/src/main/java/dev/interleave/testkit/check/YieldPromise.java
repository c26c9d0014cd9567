package dev.interleave.testkit.check;

import dev.interleave.kernel.trace.Event;
import dev.interleave.kernel.trace.Event.Why;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Between a yield and its resumption every task that was ready at the yield has got a core. A task
 * that serves its messages meanwhile may yield again; a resumption is then of any yield that is
 * due.
 */
public final class YieldPromise extends Check {
  private static final String RESUMPTION = "Resume";

  private final Standing standing = new Standing();

  /**
   * For each task the yields without a resumption, each with the tasks that must come before it.
   */
  private final Map<Integer, List<Set<Integer>>> yields = new HashMap<>();

  @Override
  public void event(Event event) {
    standing.event(event);
    if (event instanceof Event.Left left && left.why() == Why.YIELDED) {
      yieldsOf(left.task()).add(new LinkedHashSet<>(standing.ready));
    } else if (event instanceof Event.Taken taken) {
      if (taken.message().equals(RESUMPTION)) {
        resumed(taken);
      }
      served(taken.task());
    } else if (event instanceof Event.Resumed || event instanceof Event.Stopped) {
      served(event.task());
    }
  }

  private List<Set<Integer>> yieldsOf(int task) {
    return yields.computeIfAbsent(task, any -> new ArrayList<>());
  }

  private void resumed(Event.Taken taken) {
    List<Set<Integer>> open = yieldsOf(taken.task());
    if (!open.remove(Set.of()) && !open.isEmpty()) {
      broken(taken, open.remove(0) + " were ready at the yield and had no turn since");
    }
  }

  private void served(int task) {
    yields.values().forEach(open -> open.forEach(before -> before.remove(task)));
  }
}
