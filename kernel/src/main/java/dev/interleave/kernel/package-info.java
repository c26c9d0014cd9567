/**
 * The microkernel: what a driver, a device or a program is, and what the kernel gives to each.
 *
 * <pre>
 *   Program --ask/tell--&gt; Driver --registers--&gt; Device
 *                           ^                      |
 *                           +----- interrupts -----+
 * </pre>
 *
 * <p>Drivers and programs are actors ({@link dev.interleave.kernel.Component}); a scenario wires
 * them ({@link dev.interleave.kernel.Part}); {@link dev.interleave.kernel.Kernel} boots the wiring
 * on one of three dispatchers. Nothing here knows a particular device.
 */
@NullMarked
package dev.interleave.kernel;

import org.jspecify.annotations.NullMarked;
