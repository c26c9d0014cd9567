package dev.interleave.sim.cli;

import dev.interleave.kernel.config.Nearest;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code interleave help}. */
@Command(
    name = "help",
    mixinStandardHelpOptions = true,
    description = "Prints the help of interleave, or of one of its commands.",
    footer = {"", "Examples:", "  interleave help", "  interleave help run"})
final class HelpCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "the command")
  @Nullable String command;

  @Override
  public Integer call() {
    CommandLine whole = spec.commandLine().getParent();
    CommandLine asked = command == null ? whole : whole.getSubcommands().get(command);
    if (asked == null) {
      throw new UsageError(
          "no such command: "
              + command
              + Nearest.hintOrList(String.valueOf(command), whole.getSubcommands().keySet()));
    }
    asked.usage(asked.getOut());
    return Exit.OK;
  }
}
