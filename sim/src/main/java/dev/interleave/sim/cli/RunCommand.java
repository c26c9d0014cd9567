package dev.interleave.sim.cli;

import dev.interleave.sim.scenario.Scenario;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code interleave run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs a scenario: at a terminal you can type at it, else it reads standard input.",
      "",
      "Standard output has what the display shows and then a summary; everything else is on"
          + " standard error."
    },
    footer = {
      "",
      "Examples:",
      "  interleave run",
      "  printf 'sum 1000000\\nexit\\n' | interleave run --dispatcher simulated",
      "  interleave run workqueue --dispatcher simulated --cores 2 --policy round-robin",
      "  interleave run lab.conf --set policy.quantum=1ms --until 10s --json"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the run ended, and all that was expected of it came true",
      Exit.RUN_FAILED_TEXT,
      "2:the command line is wrong, or a file is missing",
      "78:the scenario has mistakes, nothing was started",
      "99:an expectation was not met",
      "130:interrupted (Ctrl-C); 143: terminated"
    })
final class RunCommand implements Callable<Integer> {
  private final Session session;

  @Mixin ScenarioParameter scenario = new ScenarioParameter();

  @Mixin MachineFlags machine = new MachineFlags();

  @Mixin PluginFlags plugins = new PluginFlags();

  @Option(names = "--json", description = "prints one JSON object instead of all else")
  boolean json;

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "writes every event to FILE, one JSON object a line")
  @Nullable Path trace;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "keeps the keys that are typed, to be replayed with source = script")
  @Nullable Path record;

  @Option(
      names = {"-n", "--dry-run"},
      description = "checks the scenario and says what would run, but runs nothing")
  boolean dryRun;

  @Option(
      names = {"-q", "--quiet"},
      description = "only what the display shows: no banner, no summary")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "all metrics, after the summary")
  boolean verbose;

  RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Session extended = plugins.extend(session);
    Scenario loaded = new Loading(extended).load(scenario.file, machine);
    return dryRun
        ? new DryRun(extended, loaded).call()
        : new LiveRun(extended, this, loaded).call();
  }
}
