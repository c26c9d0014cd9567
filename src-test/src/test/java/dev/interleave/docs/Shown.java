package dev.interleave.docs;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A command and what it shows.
 *
 * @param where file and line of the page
 * @param command as it is typed
 * @param output what both of its outputs show together
 */
record Shown(String where, String command, List<String> output) {
  private static final String PROMPT = "kernel> ";

  /** What a person types at the prompt of the shell, a line each. */
  String keys() {
    return output.stream()
        .filter(line -> line.startsWith(PROMPT))
        .map(line -> line.substring(PROMPT.length()) + "\n")
        .collect(Collectors.joining());
  }
}
