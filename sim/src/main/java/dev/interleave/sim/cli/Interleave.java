package dev.interleave.sim.cli;

import dev.interleave.sim.bench.BenchCommand;
import dev.interleave.sim.conform.Conform;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code interleave} itself: without a command it prints its help. */
@Command(
    name = "interleave",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "A simulated microkernel whose drivers are actors: one scenario, unchanged, on one thread,"
          + " on many cores, or in virtual time.",
      ""
    },
    subcommands = {
      RunCommand.class,
      CompareCommand.class,
      TimelineCommand.class,
      ListCommand.class,
      DescribeCommand.class,
      ConfigCommand.class,
      NewCommand.class,
      ManualCommand.class,
      CompletionCommand.class,
      Conform.class,
      BenchCommand.class,
      VersionCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  interleave run                         a kernel with a prompt",
      "  interleave run workqueue --dispatcher simulated",
      "  interleave list                        what there is",
      "  interleave help run                    every flag of a command"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      Exit.RUN_FAILED_TEXT,
      "2:the command line is wrong, or a file is missing",
      "78:a scenario has mistakes, nothing was started",
      "99:an expectation was not met",
      "130:interrupted (Ctrl-C); 143: terminated"
    })
final class Interleave implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return Exit.OK;
  }
}
