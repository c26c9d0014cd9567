/** Tests of {@code dev.interleave.sim.cli}. */
@NullMarked
package dev.interleave.sim.cli;

import org.jspecify.annotations.NullMarked;
