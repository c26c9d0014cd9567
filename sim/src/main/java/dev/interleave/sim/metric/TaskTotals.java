package dev.interleave.sim.metric;

import dev.interleave.kernel.trace.Event;
import java.util.Map;
import java.util.TreeMap;

/** What one task, or a component with all its tasks, has come to. Not threadsafe. */
final class TaskTotals {
  final Samples waited = new Samples();
  final Map<String, Long> drops = new TreeMap<>();
  final Map<String, Samples> measured = new TreeMap<>();
  final Map<String, Long> counted = new TreeMap<>();
  final Map<String, String> published = new TreeMap<>();
  long cpu;
  long turns;
  long mailboxMax;

  /** An event that needs no state of the task to be understood. */
  void event(Event event) {
    if (event instanceof Event.Left left) {
      cpu += left.served();
    } else if (event instanceof Event.Dropped dropped) {
      drops.merge(dropped.place(), dropped.amount(), Long::sum);
    } else if (event instanceof Event.Measured sample) {
      measured.computeIfAbsent(sample.metric(), name -> new Samples()).add(sample.value());
    } else if (event instanceof Event.Counted count) {
      counted.merge(count.metric(), count.amount(), Long::sum);
    } else if (event instanceof Event.Published text) {
      published.put(text.metric(), text.text());
    }
  }

  long lost() {
    return drops.values().stream().mapToLong(Long::longValue).sum();
  }

  /** A counter, or what was dropped at the place of that name, which counts itself. */
  long counted(String name) {
    return counted.getOrDefault(name, lost(name));
  }

  long lost(String place) {
    return drops.getOrDefault(place, 0L);
  }
}
