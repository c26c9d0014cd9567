/** The language of steps: how it is read, and when what happens. */
@NullMarked
package dev.interleave.sim.program;

import org.jspecify.annotations.NullMarked;
