package dev.interleave.sim.cli;

import dev.interleave.sim.plugin.Plugins;
import dev.interleave.sim.scenario.Surroundings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin PluginFlags plugins = new PluginFlags();

  DescribeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Plugins found = plugins.plugins(session);
    Surroundings surroundings = session.with(found.classes()).surroundings();
    List<String> lines = new Describer(surroundings, found.mistakes()).describe(name);
    lines.forEach(session.out().print()::println);
    found.mistakes().throwIfAny(Plugins.TITLE);
    return Exit.OK;
  }
}
