package dev.interleave.sim.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table of Markdown. Not threadsafe. */
final class MarkdownTable {
  private final List<String> lines = new ArrayList<>();

  MarkdownTable(String... titles) {
    row(titles);
    lines.add("|" + "---|".repeat(titles.length));
  }

  MarkdownTable row(String... cells) {
    lines.add(
        List.of(cells).stream()
            .map(cell -> cell.replace("|", "\\|"))
            .collect(Collectors.joining(" | ", "| ", " |")));
    return this;
  }

  /** A cell in the type of code; empty for an empty one. */
  static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }

  /** All lines, each with its end; nothing when there are only titles. */
  String text() {
    return lines.size() > 2 ? String.join("\n", lines) + "\n" : "";
  }
}
