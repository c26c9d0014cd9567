package dev.interleave.sim.cli;

import java.util.ArrayList;
import java.util.List;

/** Text in lines that fit a screen. */
final class Paragraph {
  private static final int WIDTH = 90;

  private Paragraph() {}

  static List<String> wrapped(String text, String indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.split("\\s+", -1)) {
      if (line.length() + word.length() >= WIDTH && line.length() > indent.length()) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(indent);
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }
}
