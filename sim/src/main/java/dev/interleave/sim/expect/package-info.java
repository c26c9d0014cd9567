/**
 * Expectations: the strings in the {@code expect} list of a scenario, read by {@link
 * dev.interleave.sim.expect.Expectation#parse} and checked against the metrics of a run.
 *
 * <pre>{@code
 * expect = [
 *   "drops = 0"                                 # on every dispatcher
 *   "[simulated] elapsed = 25 ms"               # on that dispatcher only
 *   "[simulated 4, multicore 4] batch.response.p99 < 2 ms"
 *   "display.screen contains '500000500000'"
 * ]
 * }</pre>
 */
@NullMarked
package dev.interleave.sim.expect;

import org.jspecify.annotations.NullMarked;
