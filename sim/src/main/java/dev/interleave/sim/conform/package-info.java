/**
 * Answers of this simulator to questions whose answers others have computed: {@code interleave
 * conform}. A record is a workload and a policy; it becomes actors on the simulated dispatcher, and
 * the answer is read from the events of their run.
 *
 * <pre>
 * file -> OracleFile -> OracleRecord -> Workload -> Bench (actors, engine) -> events -> Timeline -> answer
 * </pre>
 */
@NullMarked
package dev.interleave.sim.conform;

import org.jspecify.annotations.NullMarked;
