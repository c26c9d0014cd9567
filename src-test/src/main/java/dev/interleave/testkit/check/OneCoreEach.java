package dev.interleave.testkit.check;

import dev.interleave.kernel.trace.Event;
import java.util.HashMap;
import java.util.Map;

/** A task has at most one core, and a core at most one task; a turn is served by whoever has it. */
public final class OneCoreEach extends Check {
  private final int cores;
  private final Map<Integer, Integer> coreOf = new HashMap<>();
  private final Map<Integer, Integer> taskOn = new HashMap<>();
  private final Map<Integer, Long> since = new HashMap<>();

  /**
   * @param cores how many the machine has
   */
  public OneCoreEach(int cores) {
    this.cores = cores;
  }

  @Override
  public void event(Event event) {
    if (event instanceof Event.Taken taken) {
      gets(event, taken.core());
    } else if (event instanceof Event.Resumed resumed) {
      gets(event, resumed.core());
    } else if (event instanceof Event.Left left) {
      leaves(left);
    }
  }

  private void gets(Event event, int core) {
    if (core < 0 || core >= cores) {
      broken(event, "there is no core " + core);
    }
    if (coreOf.containsKey(event.task())) {
      broken(event, "task has core " + coreOf.get(event.task()) + " already");
    }
    if (taskOn.containsKey(core)) {
      broken(event, "core has task " + taskOn.get(core) + " already");
    }
    coreOf.put(event.task(), core);
    taskOn.put(core, event.task());
    since.put(event.task(), event.at());
  }

  private void leaves(Event.Left left) {
    if (left.why() == Event.Why.ABORTED && !coreOf.containsKey(left.task())) {
      return;
    }
    Integer core = coreOf.remove(left.task());
    if (core == null || core != left.core()) {
      broken(left, "task had core " + core);
    }
    taskOn.remove(left.core());
    long had = left.at() - since.getOrDefault(left.task(), left.at());
    if (left.served() < 0 || left.served() > had) {
      broken(left, "served more than the " + had + " ns that it had a core");
    }
  }
}
