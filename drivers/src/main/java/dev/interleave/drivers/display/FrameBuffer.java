package dev.interleave.drivers.display;

import dev.interleave.drivers.display.DisplayDriver.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jline.utils.WCWidth;

/** Rows of cells with a cursor, and what becomes of text that is written there. Not threadsafe. */
final class FrameBuffer {
  private static final int TAB = 8;
  private static final int STRANGE = 0xFFFD;

  /** All rows, and the cursor. Nobody changes the rows. */
  record Contents(List<Row> rows, int column, int row) {}

  private final int columns;
  private final List<Row> rows = new ArrayList<>();
  private final Damage damage;
  private final Consumer<Row> scrolledOff;
  private final Consumer<Piece> output;

  /** From 0 to {@code columns}: there the next character wraps. */
  private int column;

  private int row;

  /**
   * @param scrolledOff takes each row that leaves the screen at the top
   * @param output takes the text of each row when it is complete: the cursor has left it by a new
   *     line, or it is no longer on the screen
   */
  FrameBuffer(int columns, int rows, Consumer<Row> scrolledOff, Consumer<Piece> output) {
    this.columns = columns;
    this.damage = new Damage(columns, rows);
    this.scrolledOff = scrolledOff;
    this.output = output;
    for (int i = 0; i < rows; i++) {
      this.rows.add(new Row(columns));
    }
  }

  Damage damage() {
    return damage;
  }

  /** As {@link DisplayDriver.Print} says. */
  void print(String text) {
    text.codePoints().forEach(this::print);
  }

  private void print(int codePoint) {
    switch (codePoint) {
      case '\n' -> newLine();
      case '\r' -> column = 0;
      case '\b' -> back();
      case '\t' -> tab();
      default -> character(codePoint);
    }
  }

  private void newLine() {
    rows.get(row).wrapped = false;
    tell(row);
    column = 0;
    down();
  }

  private void down() {
    if (row < rows.size() - 1) {
      row++;
    } else {
      scroll();
    }
  }

  private void scroll() {
    tell(0);
    scrolledOff.accept(rows.remove(0));
    rows.add(new Row(columns));
    damage.addAll();
  }

  /** Gives out what has not been yet, from the top down to the row {@code last}. */
  private void tell(int last) {
    for (int i = 0; i <= last; i++) {
      Row told = rows.get(i);
      if (!told.told) {
        told.told = true;
        output.accept(new Piece(told.text(), !told.wrapped));
      }
    }
  }

  private void back() {
    if (column > 0) {
      column--;
    } else if (row > 0 && rows.get(row - 1).wrapped) {
      row--;
      column = columns - 1;
    }
  }

  private void tab() {
    int next = Math.min(columns, (column / TAB + 1) * TAB);
    while (column < next) {
      character(' ');
    }
  }

  private void character(int codePoint) {
    int width = Character.isISOControl(codePoint) ? -1 : WCWidth.wcwidth(codePoint);
    if (width == 0) {
      combine(Character.toString(codePoint));
    } else if (width < 0 || width > columns) {
      put(Character.toString(STRANGE), 1);
    } else {
      put(Character.toString(codePoint), width);
    }
  }

  private void combine(String mark) {
    rows.get(row).combine(column, mark);
    damage.add(row, Math.max(0, column - 2), column);
  }

  private void put(String character, int width) {
    if (column + width > columns) {
      rows.get(row).wrapped = true;
      column = 0;
      down();
    }
    rows.get(row).put(column, character, width);
    damage.add(row, Math.max(0, column - 1), column + width + 1);
    column += width;
  }

  /** Everything is blank; the cursor is at the top left. */
  void clear() {
    tell(lastUsed());
    for (int i = 0; i < rows.size(); i++) {
      Row blank = new Row(columns);
      rows.set(i, blank);
    }
    damage.addAll();
    moveTo(0, 0);
  }

  /** As {@link DisplayDriver.ClearLine} says. */
  void clearLine() {
    rows.get(row).clearFrom(column);
    damage.add(row, Math.max(0, column - 1), columns);
  }

  /** Moves the cursor, to the edge at most. */
  void moveTo(int column, int row) {
    this.column = Math.min(column, columns - 1);
    this.row = Math.min(row, rows.size() - 1);
  }

  /** The last row that is not empty; -1 when all are. */
  private int lastUsed() {
    int last = rows.size() - 1;
    while (last >= 0 && rows.get(last).text().isEmpty()) {
      last--;
    }
    return last;
  }

  /** Gives out all that has not been yet: there will be no more. */
  void finish() {
    int last = lastUsed();
    if (last >= 0) {
      rows.get(last).wrapped = false;
      tell(last);
    }
  }

  /** The text of the cursor's line, as far as it has not been given out. */
  String tail() {
    StringBuilder tail = new StringBuilder();
    for (int i = 0; i <= row; i++) {
      if (!rows.get(i).told) {
        tail.append(String.join("", rows.get(i).seen()));
      }
    }
    return tail.toString();
  }

  /** Every row down to the last that is not empty or has the cursor. */
  List<String[]> seen() {
    int last = Math.max(lastUsed(), row);
    return rows.subList(0, last + 1).stream().map(Row::seen).toList();
  }

  int cursorColumn() {
    return column;
  }

  int cursorRow() {
    return row;
  }

  Screen screen() {
    List<String> lines = rows.stream().map(it -> it.text().stripTrailing()).toList();
    return new Screen(lines, Math.min(column, columns - 1), row);
  }

  Contents contents() {
    return new Contents(copy(rows), column, row);
  }

  /** Shows what a frame buffer of the same size had. */
  void restore(Contents contents) {
    rows.clear();
    rows.addAll(copy(contents.rows()));
    column = contents.column();
    row = contents.row();
    damage.addAll();
  }

  private static List<Row> copy(List<Row> rows) {
    return rows.stream().map(Row::new).toList();
  }
}
