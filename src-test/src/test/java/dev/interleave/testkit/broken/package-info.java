/** Policies and drivers that are broken on purpose: the contracts must catch each. */
@NullMarked
package dev.interleave.testkit.broken;

import org.jspecify.annotations.NullMarked;
