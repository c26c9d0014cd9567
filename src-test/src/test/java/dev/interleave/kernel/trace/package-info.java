/** Tests of {@code dev.interleave.kernel.trace}. */
@NullMarked
package dev.interleave.kernel.trace;

import org.jspecify.annotations.NullMarked;
