package dev.interleave.drivers.display;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One row of cells. A wide character's second cell is the empty string. Not threadsafe. */
final class Row {
  private static final String BLANK = " ";
  private static final int LONGEST_CELL = 16;

  private final @Nullable String[] cells;

  /** Whether the text goes on in the next row without a line end. */
  boolean wrapped;

  /** Whether its text has been given out since it last changed. */
  boolean told;

  Row(int columns) {
    cells = new String[columns];
  }

  Row(Row other) {
    cells = other.cells.clone();
    wrapped = other.wrapped;
    told = other.told;
  }

  /**
   * Puts a character of {@code width} cells at {@code column}; what it covers in part is blanked.
   */
  void put(int column, String character, int width) {
    split(column);
    split(column + width);
    cells[column] = character;
    Arrays.fill(cells, column + 1, column + width, "");
    told = false;
  }

  /** Adds a combining character to what is in the cell before {@code column}; lost if too many. */
  void combine(int column, String mark) {
    int base = column - 1;
    while (base > 0 && "".equals(cells[base])) {
      base--;
    }
    String present = base < 0 ? null : cells[base];
    if (present != null && present.length() < LONGEST_CELL) {
      cells[base] = present + mark;
      told = false;
    }
  }

  /** Blanks the rest from {@code column} on. */
  void clearFrom(int column) {
    split(column);
    Arrays.fill(cells, Math.min(column, cells.length), cells.length, null);
    wrapped = false;
    told = false;
  }

  /** A wide character that begins before {@code column} and ends after it is blanked. */
  private void split(int column) {
    if (column < cells.length && "".equals(cells[column])) {
      int end = column;
      while (end < cells.length && "".equals(cells[end])) {
        cells[end++] = BLANK;
      }
      cells[column - 1] = BLANK;
    }
  }

  /** Every cell as it is seen, up to the last that was written. */
  String[] seen() {
    String[] seen = Arrays.copyOf(cells, written());
    for (int i = 0; i < seen.length; i++) {
      seen[i] = seen[i] == null ? BLANK : seen[i];
    }
    return seen;
  }

  private int written() {
    int end = cells.length;
    while (end > 0 && cells[end - 1] == null) {
      end--;
    }
    return end;
  }

  /** The text; without trailing blanks unless it goes on in the next row. */
  String text() {
    String text = String.join("", seen());
    return wrapped ? text : text.stripTrailing();
  }
}
