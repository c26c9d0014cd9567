/**
 * Somebody else's actors in virtual time: {@link dev.interleave.kernel.anysystem.Simulation} from a
 * test, {@link dev.interleave.kernel.anysystem.SimulatedRun} for a system that its configuration
 * put there. Nothing of theirs changes. Decision record 0014.
 */
@NullMarked
package dev.interleave.kernel.anysystem;

import org.jspecify.annotations.NullMarked;
