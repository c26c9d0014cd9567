package dev.interleave.sim.metric;

import dev.interleave.kernel.trace.Event;
import dev.interleave.kernel.trace.Sink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds the metrics of one run up, from its events. Each task adds to its own totals, to those of
 * its component (children and instances included) and to the machine's. Of a component with very
 * many tasks only the first {@value #TASKS} have totals of their own. Not threadsafe.
 */
public final class Tally implements Sink {
  static final int TASKS = 1000;

  private final MetricCatalog catalog;
  private final MachineTotals machine;
  private final Map<String, TaskTotals> totals = new TreeMap<>();
  private final Map<Integer, RunningTask> tasks = new HashMap<>();

  /**
   * @param catalog which metrics there are
   * @param cores how many the machine has
   */
  public Tally(MetricCatalog catalog, int cores) {
    this.catalog = catalog;
    this.machine = new MachineTotals(cores);
  }

  @Override
  public void event(Event event) {
    if (event instanceof Event.Started started) {
      tasks.put(started.task(), new RunningTask(totalsOf(started.name())));
    } else if (event instanceof Event.Halted halted) {
      halted(halted.at());
    } else {
      count(event);
      ofTask(event);
    }
  }

  private void ofTask(Event event) {
    RunningTask task = tasks.get(event.task());
    if (task == null) {
      machine.all.event(event);
    } else {
      task.event(event);
    }
  }

  private List<TaskTotals> totalsOf(String name) {
    String component = MetricCatalog.component(name);
    TaskTotals whole = totals.computeIfAbsent(component, key -> new TaskTotals());
    return name.equals(component) || totals.size() >= TASKS
        ? List.of(whole, machine.all)
        : List.of(totals.computeIfAbsent(name, key -> new TaskTotals()), whole, machine.all);
  }

  private void count(Event event) {
    if (event instanceof Event.Interrupt interrupt) {
      machine.interrupts += interrupt.coalesced() ? 0 : 1;
    } else if (event instanceof Event.Crashed) {
      machine.crashes++;
    } else if (event instanceof Event.Restarted) {
      machine.restarts++;
    }
  }

  private void halted(long at) {
    machine.elapsed = at;
    tasks.values().forEach(task -> task.halted(at));
  }

  /** The values so far; complete when the run has halted. */
  public Metrics metrics() {
    return new Metrics(catalog, machine, totals);
  }
}
