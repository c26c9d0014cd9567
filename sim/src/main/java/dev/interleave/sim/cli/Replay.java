package dev.interleave.sim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says how to do the same again. */
record Replay(Session session) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");

  /** The command as it was given. */
  String line() {
    return line(session.arguments());
  }

  /** The command with the seed that was used, whether it was given or not. */
  String line(long seed) {
    List<String> arguments = new ArrayList<>(session.arguments());
    if (arguments.stream().noneMatch(Replay::isSeed)) {
      arguments.addAll(List.of("--seed", Long.toString(seed)));
    }
    return line(arguments);
  }

  private String line(List<String> arguments) {
    return "repeat it: "
        + session.command()
        + arguments.stream().map(it -> " " + quoted(it)).collect(Collectors.joining());
  }

  private static boolean isSeed(String argument) {
    return argument.equals("--seed") || argument.startsWith("--seed=");
  }

  /** As a shell reads it back. */
  private static String quoted(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
