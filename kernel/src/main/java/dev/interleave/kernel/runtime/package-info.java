/**
 * The kernel at work: boots a plan, gives every component its context, routes interrupts, answers
 * for those that crash, and halts. {@link dev.interleave.kernel.runtime.Kernel} is the way in.
 *
 * <pre>
 * Kernel -> Guardian -> ComponentActor   one a component: start, turns, crashes (Recovery)
 *                        |- ComponentContext   what the component may do; Wiring says to whom
 *                        `- MachineBus         what its device may do; Interrupts, Meters
 * </pre>
 */
@NullMarked
package dev.interleave.kernel.runtime;

import org.jspecify.annotations.NullMarked;
