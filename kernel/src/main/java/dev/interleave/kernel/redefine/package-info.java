/**
 * Changed versions of those classes of Pekko and Scala that read a wall clock or draw thread-local
 * random numbers. They are defined before anybody loads them, and ask {@link
 * dev.interleave.kernel.redefine.VirtualSources} and {@link
 * dev.interleave.kernel.redefine.VirtualRandom}: virtual on a simulated machine, the platform's own
 * everywhere else. Decision record 0015.
 */
@NullMarked
package dev.interleave.kernel.redefine;

import org.jspecify.annotations.NullMarked;
