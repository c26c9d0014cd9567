package dev.interleave.sim.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code interleave describe}. */
@Command(
    name = "describe",
    mixinStandardHelpOptions = true,
    description = {
      "Says all about a scenario, driver, policy, program or dispatcher.",
      "",
      "Every setting with its default, unit and meaning, every metric, and an example."
    },
    footer = {
      "",
      "Examples:",
      "  interleave describe keyboard",
      "  interleave describe round-robin",
      "  interleave describe desktop"
    })
final class DescribeCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "NAME", description = "one of the names that interleave list shows")
  String name = "";

  DescribeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<String> lines = new Describer(session.surroundings()).describe(name);
    lines.forEach(session.out().print()::println);
    return Exit.OK;
  }
}
