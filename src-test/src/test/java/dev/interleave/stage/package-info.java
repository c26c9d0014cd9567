/** Scenes for tests: a kernel with drivers and programs in Java, on each machine. */
@NullMarked
package dev.interleave.stage;

import org.jspecify.annotations.NullMarked;
