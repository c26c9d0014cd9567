package dev.interleave.sim.program.shell;

import dev.interleave.kernel.trace.TaskAccount;
import dev.interleave.sim.metric.Amounts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Shows one line a task that has not stopped: what it has used and how it waits. */
record Ps() implements Command {

  private static final int LEAST_NAME = 8;

  @Override
  public Action action(EchoShell shell, Supplier<List<TaskAccount>> accounts) {
    List<TaskAccount> alive =
        accounts.get().stream().filter(it -> !it.state().equals("stopped")).toList();
    int name = alive.stream().mapToInt(it -> it.name().length()).max().orElse(0);
    return new Action.Show(table(alive, Math.max(LEAST_NAME, name)));
  }

  private static String table(List<TaskAccount> tasks, int name) {
    StringBuilder table = new StringBuilder();
    table.append(
        row(name, "TASK", "STATE", "CPU", "TURNS", "WAITED (p50/p99)", "MAILBOX (max)", "DROPS"));
    tasks.forEach(it -> table.append(row(name, it)));
    return table.toString();
  }

  private static String row(int name, TaskAccount task) {
    return row(
        name,
        task.name(),
        task.state(),
        Amounts.duration(Duration.ofNanos(task.cpuNanos())),
        Long.toString(task.turns()),
        Amounts.duration(Duration.ofNanos(task.waitedP50Nanos()))
            + " / "
            + Amounts.duration(Duration.ofNanos(task.waitedP99Nanos())),
        task.mailbox() + " (" + task.mailboxMax() + ")",
        Long.toString(task.drops()));
  }

  private static String row(int name, Object... cells) {
    String format = "%-" + name + "s   %-7s   %-7s %7s   %-17s  %13s   %5s\n";
    return String.format(Locale.ROOT, format, cells);
  }
}
