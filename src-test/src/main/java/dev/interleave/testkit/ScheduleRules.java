package dev.interleave.testkit;

import dev.interleave.kernel.trace.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What no schedule may do, read off a trace: a task on two cores, two tasks on one core, a task
 * that runs without having been ready, a core that idles while a task is ready. Not threadsafe.
 */
final class ScheduleRules {
  private final int cores;
  private final boolean workConserving;
  private final Set<Integer> ready = new LinkedHashSet<>();
  private final Map<Integer, Integer> running = new LinkedHashMap<>();
  private final List<String> broken = new ArrayList<>();
  private long now;

  ScheduleRules(int cores, boolean workConserving) {
    this.cores = cores;
    this.workConserving = workConserving;
  }

  /** Every rule that {@code events} break, in words; empty when none is. */
  static List<String> broken(List<Event> events, int cores, boolean workConserving) {
    ScheduleRules rules = new ScheduleRules(cores, workConserving);
    events.forEach(rules::event);
    return rules.broken;
  }

  private void event(Event event) {
    if (event.at() > now) {
      endOfInstant();
      now = event.at();
    }
    if (event instanceof Event.Ready) {
      ready.add(event.task());
    } else if (event instanceof Event.Taken taken) {
      take(taken.task(), taken.core());
    } else if (event instanceof Event.Resumed resumed) {
      take(resumed.task(), resumed.core());
    } else if (event instanceof Event.Left left) {
      leave(left);
    }
  }

  private void take(int task, int core) {
    if (!ready.remove(task)) {
      broken.add(now + " ns: task " + task + " runs without being ready");
    }
    if (running.containsValue(task)) {
      broken.add(now + " ns: task " + task + " runs on two cores");
    }
    if (running.put(core, task) != null) {
      broken.add(now + " ns: core " + core + " runs two tasks");
    }
  }

  private void leave(Event.Left left) {
    if (!running.remove(left.core(), left.task())) {
      broken.add(
          now + " ns: task " + left.task() + " leaves core " + left.core() + ", not its own");
    }
  }

  /** Time passes now: whoever is ready should have had an idle core. */
  private void endOfInstant() {
    if (workConserving && !ready.isEmpty() && running.size() < cores) {
      broken.add(now + " ns: a core idles while task " + ready.iterator().next() + " is ready");
    }
  }
}
