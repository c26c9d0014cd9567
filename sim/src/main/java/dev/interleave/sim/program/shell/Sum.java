package dev.interleave.sim.program.shell;

import dev.interleave.drivers.vector.VectorDriver;
import dev.interleave.kernel.trace.TaskAccount;
import dev.interleave.sim.metric.Amounts;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Adds the numbers from 1 to {@code n} on the vector unit. */
record Sum(long n) implements Command {

  private static final Pattern WHOLE = Pattern.compile("\\+?\\d+");

  /** {@code sum} with what follows it. */
  static Command of(String argument) {
    if (!WHOLE.matcher(argument).matches()) {
      String not = argument.isEmpty() ? "" : ", not " + argument;
      return new Say("sum needs a whole number of at least 0" + not);
    }
    try {
      return new Sum(Long.parseLong(argument));
    } catch (NumberFormatException tooLarge) {
      return new Say("1 + ... + " + argument + " does not fit in 64 bits");
    }
  }

  @Override
  public Action action(EchoShell shell, Supplier<List<TaskAccount>> accounts) {
    return new Action.Ask<VectorDriver.Reply>(
        shell.vector(), replyTo -> new VectorDriver.Sum(n, replyTo), Sum::words);
  }

  private static String words(VectorDriver.Reply reply) {
    if (reply instanceof VectorDriver.Result result) {
      String parts = result.parts() + (result.parts() == 1 ? " part, " : " parts, ");
      return result.value() + "   " + parts + Amounts.duration(result.elapsed());
    }
    return ((VectorDriver.Failed) reply).reason();
  }
}
