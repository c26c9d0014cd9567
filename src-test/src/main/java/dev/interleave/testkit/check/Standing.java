package dev.interleave.testkit.check;

import dev.interleave.kernel.trace.Event;
import java.util.LinkedHashSet;
import java.util.Set;

/** Who waits for a core and who has one, as far as the events say. */
final class Standing {
  /** In the order in which they became ready. */
  final Set<Integer> ready = new LinkedHashSet<>();

  final Set<Integer> running = new LinkedHashSet<>();

  void event(Event event) {
    int task = event.task();
    if (event instanceof Event.Ready) {
      ready.add(task);
    } else if (event instanceof Event.Taken || event instanceof Event.Resumed) {
      ready.remove(task);
      running.add(task);
    } else if (event instanceof Event.Left) {
      running.remove(task);
      ready.remove(task); // a turn that was cut off while it waited
    } else if (event instanceof Event.Stopped) {
      ready.remove(task);
    }
  }
}
