package dev.interleave.kernel.config;

import java.util.List;

/**
 * A line of a source as a mistake shows it: without its indent, on one screen line, with nothing in
 * it that a terminal would obey.
 *
 * @param text what is shown; nothing when empty
 * @param column where the offending word begins, from 0
 * @param length how long it is; 0 when it cannot be pointed at
 */
public record Quote(String text, int column, int length) {

  /** Shows nothing. */
  public static final Quote NONE = new Quote("", 0, 0);

  private static final int WIDTH = 110;
  private static final String INDENT = "    ";

  /** {@code line} with {@code word} underlined, if it stands there as a whole word. */
  static Quote of(String line, String word) {
    String text = printable(line);
    String shown = printable(word);
    int at = shown.isEmpty() ? -1 : indexOfWord(text, shown);
    Quote whole = at < 0 ? new Quote(text, 0, 0) : new Quote(text, at, shown.length());
    return whole.fitted();
  }

  /** The line and, if there is a word to point at, its underline. */
  List<String> lines() {
    if (text.isEmpty()) {
      return List.of();
    }
    String line = INDENT + text;
    return length == 0
        ? List.of(line)
        : List.of(line, INDENT + " ".repeat(column) + "^".repeat(length));
  }

  private Quote fitted() {
    if (text.length() <= WIDTH) {
      return this;
    }
    int from = Math.max(0, Math.min(column - WIDTH / 3, text.length() - WIDTH));
    int to = Math.min(text.length(), from + WIDTH);
    String start = from > 0 ? "..." : "";
    String end = to < text.length() ? "..." : "";
    int visible = Math.min(length, to - column);
    return new Quote(
        start + text.substring(from, to) + end, column - from + start.length(), visible);
  }

  /** Without anything that a terminal would obey, and without blanks around it. */
  static String printable(String line) {
    StringBuilder shown = new StringBuilder(line.length());
    line.codePoints().forEach(c -> shown.appendCodePoint(obeyed(c) ? ' ' : c));
    return shown.toString().strip();
  }

  private static boolean obeyed(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
  }

  private static int indexOfWord(String text, String word) {
    int at = text.indexOf(word);
    while (at >= 0
        && !(edge(text, at - 1, word.charAt(0))
            && edge(text, at + word.length(), word.charAt(word.length() - 1)))) {
      at = text.indexOf(word, at + 1);
    }
    return at;
  }

  /** Whether a word may end between {@code inside} and the character at {@code outside}. */
  private static boolean edge(String text, int outside, char inside) {
    return outside < 0
        || outside >= text.length()
        || !partOfWord(inside)
        || !partOfWord(text.charAt(outside));
  }

  private static boolean partOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }
}
