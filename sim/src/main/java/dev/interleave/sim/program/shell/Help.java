package dev.interleave.sim.program.shell;

import dev.interleave.kernel.trace.TaskAccount;
import java.util.List;
import java.util.function.Supplier;

/** Says what the shell obeys. */
record Help() implements Command {

  private static final String TEXT =
      """
       echo TEXT   say it                      sum N   1+...+N on the vector driver
       ping HOST   a frame there and back      ps      who runs, who waits
       exit        stop the kernel (also ^D)
      """;

  @Override
  public Action action(EchoShell shell, Supplier<List<TaskAccount>> accounts) {
    return new Action.Show(TEXT);
  }
}
