/** A small helper for property tests: many random cases, each from its own seed. */
@NullMarked
package dev.interleave.property;

import org.jspecify.annotations.NullMarked;
