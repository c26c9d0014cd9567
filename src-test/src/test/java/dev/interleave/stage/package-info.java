/**
 * A stage for tests: an actor system on any machine and policy, named tasks on it, and what
 * happened, as events or as a drawing.
 */
@NullMarked
package dev.interleave.stage;

import org.jspecify.annotations.NullMarked;
