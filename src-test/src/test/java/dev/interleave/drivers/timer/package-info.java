/** Tests of the timer. */
@NullMarked
package dev.interleave.drivers.timer;

import org.jspecify.annotations.NullMarked;
