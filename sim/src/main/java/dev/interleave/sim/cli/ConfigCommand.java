package dev.interleave.sim.cli;

import dev.interleave.sim.scenario.Scenario;
import dev.interleave.sim.scenario.Setting;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code interleave config}. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints every setting of a scenario as it would run: its own, overrides, environment and"
          + " defaults.",
      "",
      "What it prints is a scenario file again."
    },
    footer = {
      "",
      "Examples:",
      "  interleave config desktop",
      "  interleave config desktop --explain --set policy.type=round-robin"
    })
final class ConfigCommand implements Callable<Integer> {

  /** Where the explanation stands, unless a setting is longer. */
  private static final int COLUMN = 60;

  private final Session session;

  @Mixin ScenarioParameter scenario = new ScenarioParameter();

  @Mixin MachineFlags machine = new MachineFlags();

  @Mixin PluginFlags plugins = new PluginFlags();

  @Option(
      names = "--explain",
      description = "says where each comes from: file and line, flag, environment, or which jar")
  boolean explain;

  ConfigCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Session extended = plugins.extend(session);
    new FlagCheck(machine).beforeLoading(extended);
    List<Setting> settings =
        Scenario.explain(scenario.file, machine.overrides(), extended.surroundings());
    settings.forEach(it -> session.out().print().println(explain ? explained(it) : it.toString()));
    return Exit.OK;
  }

  private static String explained(Setting setting) {
    String line = setting.toString();
    return line + " ".repeat(Math.max(0, COLUMN - line.length())) + "  # " + setting.where();
  }
}
