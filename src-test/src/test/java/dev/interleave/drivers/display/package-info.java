/** Tests of the display. */
@NullMarked
package dev.interleave.drivers.display;

import org.jspecify.annotations.NullMarked;
