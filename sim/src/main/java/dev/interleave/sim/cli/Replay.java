package dev.interleave.sim.cli;

import dev.interleave.sim.scenario.Scenario;
import dev.interleave.sim.scenario.ShellLine;
import java.util.ArrayList;
import java.util.List;

/** Says how to do the same again. */
record Replay(Session session) {
  /** The command as it was given. */
  String line() {
    return line(List.of(), session.arguments());
  }

  /** The command with the seed and the environment that were used, whether given or not. */
  String line(Scenario scenario) {
    List<String> arguments = new ArrayList<>(session.arguments());
    if (arguments.stream().noneMatch(Replay::isSeed)) {
      arguments.addAll(List.of("--seed", Long.toString(scenario.plan().machine().seed())));
    }
    return line(scenario.environment(), arguments);
  }

  private String line(List<String> environment, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of(session.command()));
    words.addAll(arguments);
    return "repeat it: " + new ShellLine(environment, words);
  }

  private static boolean isSeed(String argument) {
    return argument.equals("--seed") || argument.startsWith("--seed=");
  }
}
