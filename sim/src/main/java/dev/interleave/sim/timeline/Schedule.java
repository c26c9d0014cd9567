package dev.interleave.sim.timeline;

import dev.interleave.kernel.trace.Event;
import dev.interleave.kernel.trace.Sink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who ran and who waited for what, when: collected from the events of one run. A task that yielded
 * counts as ready until it has a core again. A task waited for its device or a timer when what
 * ended the wait came from no other task. Not threadsafe.
 */
public final class Schedule implements Sink {
  private final Map<Integer, String> names = new TreeMap<>();
  private final List<Span> spans = new ArrayList<>();
  private final Map<Integer, Span> open = new HashMap<>();
  private final Map<Integer, Long> resting = new HashMap<>();
  private long end;

  @Override
  public void event(Event event) {
    end = Math.max(end, event.at());
    if (event instanceof Event.Started started) {
      names.put(started.task(), started.name());
    } else if (event instanceof Event.Sent sent) {
      sent(sent);
    } else if (event instanceof Event.Ready ready) {
      begin(ready.task(), Span.READY, ready.at());
    } else if (event instanceof Event.Taken taken) {
      begin(taken.task(), taken.core(), taken.at());
    } else if (event instanceof Event.Resumed resumed) {
      begin(resumed.task(), resumed.core(), resumed.at());
    } else if (event instanceof Event.Left left) {
      left(left);
    } else if (event instanceof Event.Stopped stopped) {
      finish(stopped.task(), stopped.at());
    }
  }

  private void sent(Event.Sent sent) {
    Long since = resting.remove(sent.task());
    if (since != null && sent.from() == 0 && sent.at() > since) {
      spans.add(new Span(sent.task(), Span.DEVICE, since, sent.at()));
    }
  }

  private void left(Event.Left left) {
    finish(left.task(), left.at());
    if (left.why() == Event.Why.YIELDED) {
      begin(left.task(), Span.READY, left.at());
    } else if (left.why() == Event.Why.COMPLETED) {
      resting.put(left.task(), left.at());
    }
  }

  private void begin(int task, int core, long at) {
    Span present = open.get(task);
    if (present == null || present.running() || core != Span.READY) {
      finish(task, at);
      resting.remove(task);
      open.put(task, new Span(task, core, at, at));
    }
  }

  private void finish(int task, long at) {
    Span span = open.remove(task);
    if (span != null && (at > span.from() || span.running())) {
      spans.add(new Span(task, span.core(), span.from(), at));
    }
  }

  /** Every stretch of time so far; of those that took no time only turns. */
  public List<Span> spans() {
    List<Span> all = new ArrayList<>(spans);
    for (Span span : open.values()) {
      if (end > span.from()) {
        all.add(new Span(span.task(), span.core(), span.from(), end));
      }
    }
    return all;
  }

  /** The names of all tasks by their numbers, in the order of their start. */
  public Map<Integer, String> names() {
    return names;
  }

  /** The time of the last event. */
  public long end() {
    return end;
  }
}
