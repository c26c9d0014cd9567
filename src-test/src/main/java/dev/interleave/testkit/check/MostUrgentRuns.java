package dev.interleave.testkit.check;

import dev.interleave.kernel.trace.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Static priorities: no task gets a core while a more urgent one waits, and under preemption none
 * keeps one when an instant is over.
 */
public final class MostUrgentRuns extends Check {
  private final ToIntFunction<String> priority;
  private final boolean preemptive;
  private final Standing standing = new Standing();
  private final Map<Integer, Integer> priorities = new HashMap<>();
  private @Nullable Event last;

  /**
   * @param priority of a task by its name; larger is more urgent
   */
  public MostUrgentRuns(ToIntFunction<String> priority, boolean preemptive) {
    this.priority = priority;
    this.preemptive = preemptive;
  }

  @Override
  public void event(Event event) {
    if (preemptive && last != null && event.at() > last.at()) {
      standing.running.forEach(task -> isUrgent(task, event));
    }
    standing.event(event);
    if (event instanceof Event.Started started) {
      priorities.put(started.task(), priority.applyAsInt(started.name()));
    } else if (event instanceof Event.Taken || event instanceof Event.Resumed) {
      isUrgent(event.task(), event);
    }
    last = event;
  }

  private void isUrgent(int task, Event event) {
    for (int waiting : standing.ready) {
      if (of(waiting) > of(task)) {
        broken(event, "task " + waiting + " waits, which is more urgent than " + task);
      }
    }
  }

  private int of(int task) {
    return priorities.getOrDefault(task, 0);
  }
}
