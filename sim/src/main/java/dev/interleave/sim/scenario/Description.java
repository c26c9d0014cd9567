package dev.interleave.sim.scenario;

import java.util.stream.Collectors;

/** The comment that a file begins with. */
final class Description {

  private Description() {}

  /** Its lines without the signs of a comment; empty when the file begins with something else. */
  static String of(String text) {
    return text.lines()
        .map(String::strip)
        .dropWhile(String::isEmpty)
        .takeWhile(Description::isComment)
        .map(line -> line.replaceFirst("^(#|//)+ ?", ""))
        .collect(Collectors.joining("\n"))
        .strip();
  }

  private static boolean isComment(String line) {
    return line.startsWith("#") || line.startsWith("//");
  }
}
