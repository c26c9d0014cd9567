/** The bounded buffer as a driver. */
@NullMarked
package dev.interleave.drivers.store;

import org.jspecify.annotations.NullMarked;
