package dev.interleave.drivers.display;

/** The control sequences that every terminal since the VT100 knows (ECMA-48). */
final class Ansi {
  /** Blanks the terminal and goes to its top left. */
  static final String CLEAR = "\u001b[H\u001b[2J";

  /** Blanks the rest of the line. */
  static final String CLEAR_LINE = "\u001b[K";

  private Ansi() {}

  /** Moves down by {@code rows}, or up. */
  static void vertical(StringBuilder out, int rows) {
    if (rows != 0) {
      out.append("\u001b[").append(Math.abs(rows)).append(rows < 0 ? 'A' : 'B');
    }
  }

  /** Moves to a column of the line, from 0. */
  static void toColumn(StringBuilder out, int column) {
    out.append('\r');
    if (column > 0) {
      out.append("\u001b[").append(column).append('C');
    }
  }
}
