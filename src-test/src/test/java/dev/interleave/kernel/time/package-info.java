/** Tests of clocks. */
@NullMarked
package dev.interleave.kernel.time;

import org.jspecify.annotations.NullMarked;
