package dev.interleave.sim.program.shell;

import dev.interleave.drivers.network.NetworkDriver;
import dev.interleave.drivers.network.NetworkDriver.PingReply;
import dev.interleave.kernel.trace.TaskAccount;
import dev.interleave.sim.metric.Amounts;
import java.util.List;
import java.util.function.Supplier;

/** Sends one frame to a host and waits for it to come back. */
record Ping(String host) implements Command {

  /** {@code ping} with what follows it. */
  static Command of(String argument) {
    return argument.isEmpty() || argument.contains(" ")
        ? new Say("ping needs one host, such as: ping host")
        : new Ping(argument);
  }

  @Override
  public Action action(EchoShell shell, Supplier<List<TaskAccount>> accounts) {
    return new Action.Ask<PingReply>(
        shell.network(), replyTo -> new NetworkDriver.Ping(host, replyTo), Ping::words);
  }

  private static String words(PingReply reply) {
    if (reply instanceof NetworkDriver.Pong pong) {
      return pong.host() + ": seq " + pong.sequence() + ", " + Amounts.duration(pong.roundTrip());
    }
    if (reply instanceof NetworkDriver.Unreachable unreachable) {
      return unreachable.host() + ": unreachable, " + unreachable.reason();
    }
    NetworkDriver.TimedOut late = (NetworkDriver.TimedOut) reply;
    return late.host() + ": timed out, " + late.reason();
  }
}
