package dev.interleave.sim.program.shell;

import dev.interleave.kernel.config.Nearest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The commands by their names. Immutable. */
final class Commands {

  private final Map<String, Function<String, Command>> byName = new LinkedHashMap<>();

  Commands() {
    byName.put("echo", Say::new);
    byName.put("exit", rest -> new Exit());
    byName.put("help", rest -> new Help());
    byName.put("ping", Ping::of);
    byName.put("ps", rest -> new Ps());
    byName.put("sum", Sum::of);
  }

  /** The command in a line: a word, and what follows it without the blanks around it. */
  Command parse(String line) {
    String[] words = line.strip().split("\\s+", 2);
    String name = words[0];
    if (name.isEmpty()) {
      return new Nothing();
    }
    Function<String, Command> command = byName.get(name);
    return command == null ? unknown(name) : command.apply(words.length > 1 ? words[1] : "");
  }

  private Command unknown(String name) {
    String hint =
        Nearest.to(name, byName.keySet())
            .map(near -> "did you mean " + near + "?")
            .orElse("help lists them");
    return new Say("no such command: " + shortened(name) + " (" + hint + ")");
  }

  private static String shortened(String name) {
    int most = 40;
    return name.codePointCount(0, name.length()) <= most
        ? name
        : name.substring(0, name.offsetByCodePoints(0, most)) + "...";
  }
}
