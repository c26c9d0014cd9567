/**
 * What a driver, a program and a device are, and what a kernel gives to each. An author of one
 * needs this package only.
 *
 * <pre>
 *   Program --ask/tell--&gt; Driver --registers--&gt; Device
 *                           ^                      |
 *                           +----- interrupts -----+
 * </pre>
 *
 * <ul>
 *   <li>Begin at {@link dev.interleave.kernel.Driver}; what it may do beyond Pekko Typed is its
 *       {@link dev.interleave.kernel.DriverContext}.
 *   <li>A {@link dev.interleave.kernel.Device} sees the machine through a {@link
 *       dev.interleave.kernel.Bus}.
 *   <li>A {@link dev.interleave.kernel.Program} is an actor too, with a {@link
 *       dev.interleave.kernel.ProgramContext}.
 *   <li>A {@link dev.interleave.kernel.Plan} says what is run, on which {@link
 *       dev.interleave.kernel.Machine}; each {@link dev.interleave.kernel.Part} of it is a
 *       component in its place. {@code kernel.runtime} runs it.
 * </ul>
 *
 * <p>Nothing here knows a particular device, the engine, or a file.
 */
@NullMarked
package dev.interleave.kernel;

import org.jspecify.annotations.NullMarked;
