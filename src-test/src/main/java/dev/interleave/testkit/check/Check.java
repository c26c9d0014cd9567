package dev.interleave.testkit.check;

import dev.interleave.kernel.trace.Event;
import dev.interleave.kernel.trace.Sink;
import java.util.ArrayList;
import java.util.List;

/** One promise, checked event by event. Not threadsafe. */
public abstract class Check implements Sink {
  private static final int MOST = 20;

  private final List<String> broken = new ArrayList<>();

  /** The promise is broken; the first few times are kept. */
  final void broken(Event event, String how) {
    if (broken.size() < MOST) {
      broken.add(event.at() + " ns: " + how + " (" + event + ")");
    }
  }

  /** Called after the last event. */
  void end() {}

  /** Where {@code events} break the promise; empty when they keep it. */
  public final List<String> in(List<Event> events) {
    events.forEach(this::event);
    end();
    return List.copyOf(broken);
  }
}
