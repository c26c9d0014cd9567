/**
 * The same scenario on several machines, side by side: {@link
 * dev.interleave.sim.compare.ComparisonTable} shows what each run came to, {@link
 * dev.interleave.sim.compare.Limit} says what holds the fastest one back. Everything is measured;
 * what is not on the table was found by further runs on virtual cores.
 */
@NullMarked
package dev.interleave.sim.compare;

import org.jspecify.annotations.NullMarked;
