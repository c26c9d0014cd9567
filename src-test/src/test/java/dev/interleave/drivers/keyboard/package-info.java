/** Tests of the keyboard. */
@NullMarked
package dev.interleave.drivers.keyboard;

import org.jspecify.annotations.NullMarked;
