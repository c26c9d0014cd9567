/**
 * {@code interleave bench}: this engine and raw Pekko (or what the platform has) in turn, in one
 * process, on the same work. Only ratios of one run mean anything; a machine's speed drifts.
 *
 * <pre>
 *   Bench        a family of contests: messages, timers, start
 *   Contest      two sides in turn, many rounds: a result with its interval, and the goal
 *   Workload     what the actors do (pairs, ring, fan-in, hold, programs, idle)
 *   Runner       what runs them: an engine of ours, or a dispatcher of Pekko's
 * </pre>
 */
@NullMarked
package dev.interleave.sim.bench;

import org.jspecify.annotations.NullMarked;
