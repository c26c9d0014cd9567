/**
 * Metrics: which there are ({@link dev.interleave.sim.metric.MetricCatalog}), how they are added up
 * from the events of a run and nothing else ({@link dev.interleave.sim.metric.Tally}), their values
 * ({@link dev.interleave.sim.metric.Metrics}), and those in words ({@link
 * dev.interleave.sim.metric.Amounts}).
 */
@NullMarked
package dev.interleave.sim.metric;

import org.jspecify.annotations.NullMarked;
