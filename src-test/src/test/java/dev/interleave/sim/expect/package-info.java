/** Tests of {@code dev.interleave.sim.expect}. */
@NullMarked
package dev.interleave.sim.expect;

import org.jspecify.annotations.NullMarked;
