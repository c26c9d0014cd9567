/** Tests of the package of the same name. */
@NullMarked
package dev.interleave.drivers.vector;

import org.jspecify.annotations.NullMarked;
