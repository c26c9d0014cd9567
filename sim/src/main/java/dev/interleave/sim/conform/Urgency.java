package dev.interleave.sim.conform;

import java.util.List;

/** Turns keys of which the smallest is the most urgent into the kernel's priorities. */
final class Urgency {
  private Urgency() {}

  /** One worker for each key, equal keys with equal priorities. */
  static List<Worker> workers(List<Long> keys) {
    List<Long> falling = keys.stream().distinct().sorted((a, b) -> Long.compare(b, a)).toList();
    return keys.stream().map(key -> new Worker(falling.indexOf(key))).toList();
  }
}
