package dev.interleave.kernel.config;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that is wrong in a configuration, in words.
 *
 * @param where {@code lab.conf:2}, or {@code --set policy.type}
 * @param problem what is wrong and what would be right, on one line
 * @param quote the line that is wrong; shows nothing when empty
 */
public record Mistake(String where, String problem, Quote quote) {

  /** The message alone: {@code lab.conf:2: unknown setting ...}. */
  public String headline() {
    return where + ": " + problem;
  }

  /** The message, the quoted line and its underline. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(headline()));
    lines.addAll(quote.lines());
    return lines;
  }

  @Override
  public String toString() {
    return headline();
  }
}
