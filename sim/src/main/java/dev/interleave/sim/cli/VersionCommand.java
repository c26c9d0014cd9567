package dev.interleave.sim.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code interleave version}. */
@Command(
    name = "version",
    mixinStandardHelpOptions = true,
    description = "Prints the version of interleave and of the Java that it runs on.",
    footer = {"", "Example:", "  interleave version"})
final class VersionCommand implements Callable<Integer> {
  private final Session session;

  VersionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    for (String line : new Version().getVersion()) {
      session.out().print().println(line);
    }
    return Exit.OK;
  }
}
