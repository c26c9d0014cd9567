package dev.interleave.sim.program.shell;

import dev.interleave.kernel.trace.TaskAccount;
import java.util.List;
import java.util.function.Supplier;

/** Stops the kernel. */
record Exit() implements Command {

  @Override
  public Action action(EchoShell shell, Supplier<List<TaskAccount>> accounts) {
    return new Action.Leave();
  }
}
