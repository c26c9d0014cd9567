/** Tests of {@code dev.interleave.sim.metric}. */
@NullMarked
package dev.interleave.sim.metric;

import org.jspecify.annotations.NullMarked;
