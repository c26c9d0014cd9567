/**
 * Pages of the manual that are made from what they describe: the records that scenario files are
 * bound to, the {@code reference.conf} files with their comments, and the metrics. The prose
 * between is in resources beside this package.
 */
@NullMarked
package dev.interleave.sim.manual;

import org.jspecify.annotations.NullMarked;
