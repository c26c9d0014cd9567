package dev.interleave.sim.cli;

import dev.interleave.kernel.Host;

/** What is typed in runs that nobody sits at. */
record BatchInput(Session session) {

  /** A host for one more run, with the same input for each. */
  Host host() {
    return Host.NONE;
  }
}
