/**
 * The vector unit: a driver whose work needs cores, split in parts that are child tasks.
 *
 * <pre>
 * requests -> VectorDriver -> VectorUnit -> Lane 0 ... Lane n-1 (child tasks)
 * </pre>
 */
@NullMarked
package dev.interleave.drivers.vector;

import org.jspecify.annotations.NullMarked;
