/** Extensions: what is found, and what is said about what is wrong. */
@NullMarked
package dev.interleave.sim.plugin;

import org.jspecify.annotations.NullMarked;
