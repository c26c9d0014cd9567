package dev.interleave.drivers.display;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A frame as the lines of a terminal of some width.
 *
 * @param rows lines, the first ones for what has gone from the screen
 * @param gone how many these are
 */
record Layout(List<String[]> rows, int gone, int cursorRow, int cursorColumn) {

  static Layout of(Frame frame, int width) {
    List<String[]> rows = new ArrayList<>();
    frame.gone().forEach(row -> fold(row, width, 0, rows));
    int gone = rows.size();
    int cursorLine = gone;
    for (int i = 0; i < frame.rows().size(); i++) {
      boolean hasCursor = i == frame.cursorRow();
      cursorLine = hasCursor ? rows.size() : cursorLine;
      fold(frame.rows().get(i), width, hasCursor ? frame.cursorColumn() / width : 0, rows);
    }
    int column = frame.cursorColumn();
    return new Layout(rows, gone, cursorLine + column / width, column % width);
  }

  /** Cuts a row in lines, and adds empty ones until there are more than {@code least}. */
  private static void fold(String[] row, int width, int least, List<String[]> lines) {
    int from = 0;
    int count = 0;
    do {
      int end = cut(row, from, width);
      lines.add(Arrays.copyOfRange(row, from, end));
      from = end;
      count++;
    } while (from < row.length);
    for (; count <= least; count++) {
      lines.add(new String[0]);
    }
  }

  /** The end of a line that begins at {@code from}, not in the middle of a wide character. */
  private static int cut(String[] row, int from, int width) {
    int end = Math.min(row.length, from + width);
    while (end < row.length && end > from + 1 && row[end].isEmpty()) {
      end--;
    }
    return end;
  }
}
