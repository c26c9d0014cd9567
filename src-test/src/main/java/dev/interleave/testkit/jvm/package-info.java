/**
 * The determinism check: {@link dev.interleave.testkit.jvm.AnyJvm} runs a scenario or a program in
 * fresh JVMs that differ in all that must not matter, and compares what happens.
 */
@NullMarked
package dev.interleave.testkit.jvm;

import org.jspecify.annotations.NullMarked;
