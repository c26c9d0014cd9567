/** Tests of {@code dev.interleave.sim.report}. */
@NullMarked
package dev.interleave.sim.report;

import org.jspecify.annotations.NullMarked;
