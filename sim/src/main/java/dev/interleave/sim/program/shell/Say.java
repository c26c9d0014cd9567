package dev.interleave.sim.program.shell;

import dev.interleave.kernel.trace.TaskAccount;
import java.util.List;
import java.util.function.Supplier;

/** A line to show: what {@code echo} is given, or what is wrong with a command. */
record Say(String text) implements Command {

  @Override
  public Action action(EchoShell shell, Supplier<List<TaskAccount>> accounts) {
    return Action.line(text);
  }
}
