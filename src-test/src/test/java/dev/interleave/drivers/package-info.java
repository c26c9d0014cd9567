/** What the tests of several drivers share. */
@NullMarked
package dev.interleave.drivers;

import org.jspecify.annotations.NullMarked;
