/**
 * Scenario files: found, read, checked as a whole and turned into a {@link
 * dev.interleave.kernel.Plan}. {@link dev.interleave.sim.scenario.Scenario#load} is the way in; all
 * mistakes of a file are told at once, and nothing is started.
 */
@NullMarked
package dev.interleave.sim.scenario;

import org.jspecify.annotations.NullMarked;
