package dev.interleave.sim.program.shell;

import dev.interleave.kernel.trace.TaskAccount;
import java.util.List;
import java.util.function.Supplier;

/** What a person tells the shell to do. */
sealed interface Command permits Nothing, Say, Help, Ps, Ping, Sum, Exit {

  /**
   * What obeying it takes.
   *
   * @param shell where things are
   * @param accounts who runs and who waits now
   */
  Action action(EchoShell shell, Supplier<List<TaskAccount>> accounts);
}
