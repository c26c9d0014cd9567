/**
 * The terminal that a person sits at, as a keyboard and a screen of the host: a front end opens it
 * and lends it to the devices of {@code drivers.keyboard} and {@code drivers.display}.
 */
@NullMarked
package dev.interleave.drivers.console;

import org.jspecify.annotations.NullMarked;
