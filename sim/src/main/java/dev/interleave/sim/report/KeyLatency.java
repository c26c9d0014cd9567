package dev.interleave.sim.report;

import dev.interleave.sim.metric.Metrics;
import java.util.List;
import java.util.Optional;

/** Finds what tells how long a key press took to be seen, or at least to be handled. */
public final class KeyLatency {
  private static final List<String> ENDINGS = List.of(".key-latency.count", ".latency.count");

  private KeyLatency() {}

  /** The metric, without a statistic; empty when no key was pressed. */
  public static Optional<String> metric(Metrics metrics) {
    List<String> names = metrics.names();
    return ENDINGS.stream()
        .flatMap(ending -> names.stream().filter(name -> name.endsWith(ending) && ofKeys(name)))
        .filter(name -> metrics.amount(name) > 0)
        .map(name -> name.substring(0, name.lastIndexOf('.')))
        .findFirst();
  }

  private static boolean ofKeys(String name) {
    return name.startsWith("keyboard.") || name.endsWith(".key-latency.count");
  }
}
