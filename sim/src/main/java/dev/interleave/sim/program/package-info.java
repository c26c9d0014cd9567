/**
 * Programs of scenario files: the language of steps and the actor that takes them. {@link
 * dev.interleave.sim.program.StepScope} is what the steps of one program may name.
 */
@NullMarked
package dev.interleave.sim.program;

import org.jspecify.annotations.NullMarked;
