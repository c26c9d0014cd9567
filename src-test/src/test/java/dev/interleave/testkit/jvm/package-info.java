/** The determinism check, tried on what is the same everywhere and on what is not. */
@NullMarked
package dev.interleave.testkit.jvm;

import org.jspecify.annotations.NullMarked;
