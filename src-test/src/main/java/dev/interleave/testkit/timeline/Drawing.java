package dev.interleave.testkit.timeline;

import dev.interleave.kernel.trace.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A run, drawn: one line a core, one character a unit of time, the first letter of the task that
 * has the core, {@code -} for none. Lines are separated by {@code /}.
 */
public final class Drawing {
  private final long unit;
  private final List<StringBuilder> cores = new ArrayList<>();
  private final Map<Integer, Character> letters = new HashMap<>();
  private final Map<Integer, Event> holding = new HashMap<>();

  private Drawing(int cores, Duration unit) {
    this.unit = unit.toNanos();
    for (int i = 0; i < cores; i++) {
      this.cores.add(new StringBuilder());
    }
  }

  /** Draws {@code events}; a turn that takes no time is not seen. */
  public static String of(List<Event> events, int cores, Duration unit) {
    Drawing drawing = new Drawing(cores, unit);
    events.forEach(drawing::event);
    return String.join("/", drawing.cores);
  }

  private void event(Event event) {
    if (event instanceof Event.Started started) {
      letters.put(started.task(), started.name().charAt(0));
    } else if (event instanceof Event.Taken || event instanceof Event.Resumed) {
      holding.put(event.task(), event);
    } else if (event instanceof Event.Left left) {
      Event got = holding.remove(left.task());
      draw(
          left.core(),
          got == null ? left.at() : got.at(),
          left.at(),
          letters.getOrDefault(left.task(), '?'));
    }
  }

  private void draw(int core, long from, long to, char letter) {
    if (from % unit != 0 || to % unit != 0) {
      throw new IllegalArgumentException(letter + " from " + from + " to " + to + " ns: no units");
    }
    StringBuilder line = cores.get(core);
    char[] idle = new char[Math.max(0, (int) (from / unit) - line.length())];
    Arrays.fill(idle, '-');
    line.append(from == to ? "" : new String(idle));
    line.append(String.valueOf(letter).repeat((int) ((to - from) / unit)));
  }
}
