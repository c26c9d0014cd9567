package dev.interleave.kernel.config;

/**
 * Something that a component measures, counts or publishes, as {@code reference.conf} declares it.
 *
 * @param name without the component's: {@code latency}
 * @param kind how it is taken
 * @param unit of its values; those of a duration are nanoseconds in the trace
 * @param meaning one phrase for {@code interleave list metrics}
 */
public record MetricDefinition(String name, Kind kind, Unit unit, String meaning) {

  /** How a metric is taken. */
  public enum Kind {
    /** Many values: percentiles, mean, maximum and count are reported. */
    SAMPLE,
    /** A sum. */
    COUNT,
    /** The text that was published last. */
    TEXT
  }

  /** What its values are. */
  public enum Unit {
    DURATION,
    NUMBER,
    BYTES,
    TEXT,
    PERCENT
  }

  /** The same without the name, which is the key. */
  record Entry(Kind kind, Unit unit, String meaning) {

    MetricDefinition named(String name) {
      return new MetricDefinition(name, kind, unit, meaning);
    }
  }
}
