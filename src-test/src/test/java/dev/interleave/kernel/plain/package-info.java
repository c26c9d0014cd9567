/** A plain machine that the engine is compared with: the same rules, read once more. */
@NullMarked
package dev.interleave.kernel.plain;

import org.jspecify.annotations.NullMarked;
