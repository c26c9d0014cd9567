/**
 * The shell of the default scenario: {@link dev.interleave.sim.program.shell.EchoShell} reads keys,
 * edits a line ({@link dev.interleave.sim.program.shell.LineEditor}), and obeys commands, each a
 * small record of its own. It reaches the keyboard, the display, the network and the vector unit by
 * messages only.
 */
@NullMarked
package dev.interleave.sim.program.shell;

import org.jspecify.annotations.NullMarked;
