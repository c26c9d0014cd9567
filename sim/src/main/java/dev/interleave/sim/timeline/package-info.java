/**
 * The schedule of a run, drawn in text: {@link dev.interleave.sim.timeline.Schedule} collects what
 * ran, waited and rested when, {@link dev.interleave.sim.timeline.Drawing} draws it.
 *
 * <pre>
 *              0    2    4    6    8    10 ms
 * core 0       kaaaaaaaaaaabbbbbbbbbbbb
 * k keyboard   █·······················
 * a batch      ░███████████············
 * </pre>
 */
@NullMarked
package dev.interleave.sim.timeline;

import org.jspecify.annotations.NullMarked;
