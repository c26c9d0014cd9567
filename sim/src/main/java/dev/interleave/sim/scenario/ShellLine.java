package dev.interleave.sim.scenario;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command as it is pasted into a shell.
 *
 * @param environment the variables that it needs, each {@code NAME=VALUE}
 * @param words the command and its arguments
 */
public record ShellLine(List<String> environment, List<String> words) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");

  @Override
  public String toString() {
    return Stream.concat(
            environment.stream().map(ShellLine::assigned), words.stream().map(ShellLine::quoted))
        .collect(Collectors.joining(" "));
  }

  private static String assigned(String variable) {
    int value = variable.indexOf('=') + 1;
    String plain = variable.substring(value);
    return variable.substring(0, value) + (plain.isEmpty() ? "" : quoted(plain));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
