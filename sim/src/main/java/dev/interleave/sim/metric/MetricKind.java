package dev.interleave.sim.metric;

import dev.interleave.kernel.config.MetricDefinition.Unit;
import java.util.Optional;

/**
 * What is known of a metric's values before a run.
 *
 * @param unit what they are; empty when its component does not declare its metrics
 */
public record MetricKind(Optional<Unit> unit) {

  static final MetricKind UNKNOWN = new MetricKind(Optional.empty());
}
