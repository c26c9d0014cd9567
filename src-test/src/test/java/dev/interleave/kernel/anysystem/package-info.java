/**
 * Ordinary Pekko programs, not one word of ours in them, that run in virtual time because their
 * configuration says so; and the test that each of them gives the same digest in any JVM.
 */
@NullMarked
package dev.interleave.kernel.anysystem;

import org.jspecify.annotations.NullMarked;
