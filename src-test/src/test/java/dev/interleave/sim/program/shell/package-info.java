/** The echo-shell: its line editor, its commands, and whole sessions on every dispatcher. */
@NullMarked
package dev.interleave.sim.program.shell;

import org.jspecify.annotations.NullMarked;
