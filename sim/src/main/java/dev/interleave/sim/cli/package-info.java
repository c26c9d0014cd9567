/**
 * The command line: {@link dev.interleave.sim.cli.Main}, one small class a command, and what
 * commands share. What a command may touch of its process is its {@link
 * dev.interleave.sim.cli.Session}: data goes to its standard output, everything else to standard
 * error.
 *
 * <p>Help, lists and mistakes must come fast: a command class names nothing of the actor system;
 * what does is reached only when something runs.
 */
@NullMarked
package dev.interleave.sim.cli;

import org.jspecify.annotations.NullMarked;
