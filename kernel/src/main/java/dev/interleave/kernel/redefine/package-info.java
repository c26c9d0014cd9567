/**
 * Changed versions of those classes of Pekko and Scala that read a wall clock or draw thread-local
 * random numbers. They are defined from their own bytes before anybody loads them, and call {@code
 * VirtualSources}, {@code VirtualRandom} and {@code VirtualShuffle} of {@code kernel.dispatch}
 * instead: virtual on a simulated machine, the platform's own everywhere else. Begin at {@link
 * dev.interleave.kernel.redefine.Redefinition}. Decision record 0015.
 */
@NullMarked
package dev.interleave.kernel.redefine;

import org.jspecify.annotations.NullMarked;
