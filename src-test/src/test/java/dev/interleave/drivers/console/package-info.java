/** Tests of the console. */
@NullMarked
package dev.interleave.drivers.console;

import org.jspecify.annotations.NullMarked;
