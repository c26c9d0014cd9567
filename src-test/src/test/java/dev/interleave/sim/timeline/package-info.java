/** Timelines are drawn as they should be. */
@NullMarked
package dev.interleave.sim.timeline;

import org.jspecify.annotations.NullMarked;
