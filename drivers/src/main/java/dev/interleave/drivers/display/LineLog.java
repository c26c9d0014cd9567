package dev.interleave.drivers.display;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines of output, of a bounded size. Not threadsafe. */
final class LineLog {
  private static final int MOST_CHARACTERS = 1 << 20;

  private final int most;
  private final Deque<String> lines = new ArrayDeque<>();
  private final StringBuilder line = new StringBuilder();
  private long characters;

  /**
   * @param most how many lines are kept
   */
  LineLog(int most) {
    this.most = most;
  }

  void add(Piece piece) {
    line.append(piece.text());
    if (line.length() > MOST_CHARACTERS) {
      line.delete(0, line.length() - MOST_CHARACTERS);
    }
    if (piece.ends()) {
      addLine(line.toString());
      line.setLength(0);
    }
  }

  /** All that {@code other} keeps, up to its last line end. */
  void addAll(LineLog other) {
    other.lines.forEach(this::addLine);
  }

  private void addLine(String text) {
    lines.addLast(text);
    characters += text.length();
    while (lines.size() > most || characters > MOST_CHARACTERS) {
      characters -= lines.removeFirst().length();
    }
  }

  /** The lines that were complete. */
  String text() {
    return String.join("\n", lines);
  }
}
