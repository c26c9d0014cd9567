package dev.interleave.sim.program;

import java.util.HashMap;
import java.util.Map;

/** The children that a program has forked and that have not ended. Not threadsafe. */
final class Children {

  private final Map<String, Long> running = new HashMap<>();
  private final Map<String, Long> forked = new HashMap<>();

  /** Counts one more and gives it a name of its own: {@code fill}, then {@code fill.2}, ... */
  String begin(String name) {
    running.merge(name, 1L, Long::sum);
    long number = forked.merge(name, 1L, Long::sum);
    return number == 1 ? name : name + "." + number;
  }

  void end(String name) {
    running.computeIfPresent(name, (key, count) -> count == 1 ? null : Long.valueOf(count - 1));
  }

  boolean none(String name) {
    return !running.containsKey(name);
  }

  boolean none() {
    return running.isEmpty();
  }
}
