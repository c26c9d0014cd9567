/**
 * An independent checker of traces: reads the events of a run and says which promises of a
 * dispatcher or policy were broken. It knows nothing of the engine but its events.
 */
@NullMarked
package dev.interleave.testkit.check;

import org.jspecify.annotations.NullMarked;
