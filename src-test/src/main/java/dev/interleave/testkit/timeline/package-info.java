/**
 * Timelines as strings: {@link dev.interleave.testkit.timeline.Bursts} runs a few bursts of CPU
 * time under a policy, and {@link dev.interleave.testkit.timeline.Drawing} draws what happened.
 *
 * <pre>
 * core 0   aabb--a
 * core 1   ccc----    is  "aabb--a/ccc----"
 * </pre>
 */
@NullMarked
package dev.interleave.testkit.timeline;

import org.jspecify.annotations.NullMarked;
