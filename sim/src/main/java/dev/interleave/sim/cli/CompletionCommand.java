package dev.interleave.sim.cli;

import dev.interleave.kernel.config.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code interleave completion}. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = {
      "Prints what makes a shell complete commands and flags of interleave.",
      "",
      "One script is for both shells; zsh loads its bashcompinit by itself."
    },
    footer = {
      "",
      "Examples:",
      "  source <(interleave completion bash)      now; or from ~/.bashrc or ~/.zshrc for ever"
    })
final class CompletionCommand implements Callable<Integer> {
  private static final List<String> SHELLS = List.of("bash", "zsh");

  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SHELL",
      completionCandidates = Shells.class,
      description = "bash or zsh")
  String shell = "";

  CompletionCommand(Session session) {
    this.session = session;
  }

  /** For completion itself. */
  static final class Shells extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Shells() {
      super(SHELLS);
    }
  }

  @Override
  public Integer call() {
    if (!SHELLS.contains(shell)) {
      throw new UsageError(
          "cannot complete for '" + shell + "'" + Nearest.hintOrList(shell, SHELLS));
    }
    session.out().print().print(AutoComplete.bash("interleave", spec.root().commandLine()));
    return Exit.OK;
  }
}
