/** Tests of the package of the same name. */
@NullMarked
package dev.interleave.drivers.network;

import org.jspecify.annotations.NullMarked;
