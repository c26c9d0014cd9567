/** One execution of a scenario and what came of it. Knows nothing of commands and terminals. */
@NullMarked
package dev.interleave.sim.run;

import org.jspecify.annotations.NullMarked;
