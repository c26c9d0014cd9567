package dev.interleave.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a page shows between {@code ```} and {@code ```}.
 *
 * @param page that shows it
 * @param line of the first {@code ```}, from 1
 * @param language what is written behind that; empty for none
 * @param body the lines between
 */
record Fence(Page page, int line, String language, List<String> body) {
  private static final String VARIES = "<!-- varies: ";

  /** The session's commands, each with what it shows. */
  List<Shown> commands() {
    List<Shown> commands = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      if (body.get(i).startsWith("$ ")) {
        List<String> output =
            body.subList(i + 1, body.size()).stream()
                .takeWhile(it -> !it.startsWith("$ "))
                .toList();
        commands.add(new Shown(at(i), body.get(i).substring(2), output));
      }
    }
    return commands;
  }

  private String at(int index) {
    return page.file() + ":" + (line + 1 + index);
  }

  /** Whether that line of the page, from 1, is in it. */
  boolean covers(int number) {
    return number >= line && number <= line + body.size() + 1;
  }

  /** What the comment above says to differ from machine to machine. */
  List<String> varying() {
    return above().stream()
        .filter(it -> it.startsWith(VARIES) && it.endsWith(" -->"))
        .map(it -> it.substring(VARIES.length(), it.length() - " -->".length()))
        .flatMap(it -> Stream.of(it.split(", ")))
        .toList();
  }

  private List<String> above() {
    return line > 1 ? List.of(page.lines().get(line - 2)) : List.of();
  }

  /** The file that it is, as the comment in its first line says: {@code # lab.conf}; or none. */
  String fileName() {
    String first = body.isEmpty() ? "" : body.get(0);
    return first.matches("# [\\w-]+\\.conf") ? first.substring(2) : "";
  }

  /** Where it is. */
  @Override
  public String toString() {
    return page.file() + ":" + line;
  }
}
