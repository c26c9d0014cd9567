/** Clocks: virtual time on the simulated dispatcher, the wall clock elsewhere. */
@NullMarked
package dev.interleave.kernel.time;

import org.jspecify.annotations.NullMarked;
