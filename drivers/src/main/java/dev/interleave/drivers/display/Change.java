package dev.interleave.drivers.display;

/**
 * How one row differs from another: the cells that must be written, and what is too long.
 *
 * @param from the first cell that differs; never in the middle of a wide character
 * @param to the cell after the last one to write
 */
record Change(int from, int to, boolean shorter) {

  static Change of(String[] old, String[] row) {
    int from = firstDifference(old, row);
    boolean sameLength = old.length == row.length;
    int to = sameLength ? lastDifference(old, row, from) : row.length;
    return new Change(from, Math.max(from, to), row.length < old.length);
  }

  boolean isNothing() {
    return from == to && !shorter;
  }

  private static int firstDifference(String[] old, String[] row) {
    int most = Math.min(old.length, row.length);
    int at = 0;
    while (at < most && old[at].equals(row[at])) {
      at++;
    }
    while (at > 0 && (second(old, at) || second(row, at))) {
      at--;
    }
    return at;
  }

  /** The place after the last difference, and after the second cell of a wide character there. */
  private static int lastDifference(String[] old, String[] row, int from) {
    int end = row.length;
    while (end > from && old[end - 1].equals(row[end - 1])) {
      end--;
    }
    while (end > from && end < row.length && (second(row, end) || second(old, end))) {
      end++;
    }
    return end;
  }

  private static boolean second(String[] row, int at) {
    return at < row.length && row[at].isEmpty();
  }
}
