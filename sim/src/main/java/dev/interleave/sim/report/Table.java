package dev.interleave.sim.report;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells, drawn in columns that are as wide as they need to be. */
public final class Table {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final boolean numbers;

  private Table(boolean numbers) {
    this.numbers = numbers;
  }

  /** All columns flush left. */
  public static Table ofWords() {
    return new Table(false);
  }

  /** The first column flush left, all others flush right. */
  public static Table ofNumbers() {
    return new Table(true);
  }

  /** Adds a line. */
  public Table row(String... cells) {
    return row(List.of(cells));
  }

  /** Adds a line. */
  public Table row(List<String> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  /** The lines, without blanks at their ends. */
  public List<String> lines() {
    List<Integer> widths = widths();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private List<Integer> widths() {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        int width = row.get(i).length();
        if (i == widths.size()) {
          widths.add(width);
        } else {
          widths.set(i, Math.max(widths.get(i), width));
        }
      }
    }
    return widths;
  }

  private String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String blanks = " ".repeat(widths.get(i) - row.get(i).length());
      boolean right = numbers && i > 0;
      line.append(i > 0 ? GAP : "").append(right ? blanks + row.get(i) : row.get(i) + blanks);
    }
    return line.toString().stripTrailing();
  }
}
