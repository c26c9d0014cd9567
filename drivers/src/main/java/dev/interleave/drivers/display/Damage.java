package dev.interleave.drivers.display;

import java.util.Arrays;

/** Which cells must be repainted: one span a row. Not threadsafe. */
final class Damage {
  private final int columns;
  private final int[] from;
  private final int[] to;

  Damage(int columns, int rows) {
    this.columns = columns;
    from = new int[rows];
    to = new int[rows];
    reset();
  }

  /** The cells of {@code row} from {@code first} up to, but without, {@code end}. */
  void add(int row, int first, int end) {
    from[row] = Math.min(from[row], first);
    to[row] = Math.max(to[row], Math.min(end, columns));
  }

  void addAll() {
    Arrays.fill(from, 0);
    Arrays.fill(to, columns);
  }

  /** How many cells. */
  long cells() {
    long cells = 0;
    for (int row = 0; row < from.length; row++) {
      cells += Math.max(0, to[row] - from[row]);
    }
    return cells;
  }

  void reset() {
    Arrays.fill(from, columns);
    Arrays.fill(to, 0);
  }
}
