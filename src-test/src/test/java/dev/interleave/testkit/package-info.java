/** The test kit, tried on small drivers. */
@NullMarked
package dev.interleave.testkit;

import org.jspecify.annotations.NullMarked;
