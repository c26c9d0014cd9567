/** Tests of scenario files: what they say, and what is said about their mistakes. */
@NullMarked
package dev.interleave.sim.scenario;

import org.jspecify.annotations.NullMarked;
