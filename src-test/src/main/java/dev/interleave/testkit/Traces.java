package dev.interleave.testkit;

import dev.interleave.kernel.trace.Event;
import java.util.List;

/** Compares traces. */
final class Traces {
  private Traces() {}

  /** The first event in which they differ, in words; empty when they are the same. */
  static String firstDifference(List<Event> one, List<Event> other) {
    int same = 0;
    while (same < one.size() && same < other.size() && one.get(same).equals(other.get(same))) {
      same++;
    }
    return same == one.size() && same == other.size()
        ? ""
        : "event " + (same + 1) + ": " + at(one, same) + ", then " + at(other, same);
  }

  private static String at(List<Event> events, int index) {
    return index < events.size() ? events.get(index).toString() : "the end";
  }
}
