/** Tests of the answers to the scheduling oracle. */
@NullMarked
package dev.interleave.sim.conform;

import org.jspecify.annotations.NullMarked;
