/** Tests of {@code dev.interleave.sim.compare}. */
@NullMarked
package dev.interleave.sim.compare;

import org.jspecify.annotations.NullMarked;
