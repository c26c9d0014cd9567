package dev.interleave.sim.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A metric's name in its two parts, both of which may have dots: {@code vector.0} and {@code
 * waited.p99}.
 *
 * @param subject a component or a task
 * @param key what of it
 */
record MetricName(String subject, String key) {

  /** All ways to read a name, the longest subject first. */
  static List<MetricName> readings(String name) {
    List<MetricName> readings = new ArrayList<>();
    for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      readings.add(new MetricName(name.substring(0, dot), name.substring(dot + 1)));
    }
    return readings;
  }

  /** The statistic of the samples {@code metric} that the key asks for, if it is about them. */
  Optional<Statistic> statisticOf(String metric) {
    return key.startsWith(metric + ".")
        ? Statistic.named(key.substring(metric.length() + 1))
        : Optional.empty();
  }
}
