package dev.interleave.sim.program.shell;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * A line of text under a cursor. Every method returns what the screen must print to show the
 * change: text, blanks, and backspaces that only move the cursor one cell to the left. Pure and
 * deterministic. Not threadsafe.
 */
final class LineEditor {

  private final int limit;
  private final IntUnaryOperator width;
  private final History history;
  private int[] text = new int[64];
  private int length;
  private int cursor;
  private boolean cut;

  /**
   * @param limit the most code points of a line; what is typed beyond it is cut off
   * @param width how many cells of the screen a code point takes
   */
  LineEditor(int limit, IntUnaryOperator width) {
    this.limit = limit;
    this.width = width;
    this.history = new History();
  }

  /** Types a code point at the cursor; control characters are none. */
  String type(int codePoint) {
    if (Character.isISOControl(codePoint)) {
      return "";
    }
    if (length == limit) {
      cut = true;
      return "";
    }
    makeRoom();
    System.arraycopy(text, cursor, text, cursor + 1, length - cursor);
    text[cursor] = codePoint;
    length++;
    cursor++;
    return Character.toString(codePoint) + rest(0);
  }

  /** Deletes the code point before the cursor. */
  String backspace() {
    return cursor == 0 ? "" : left() + delete();
  }

  /** Deletes the code point under the cursor. */
  String delete() {
    if (cursor == length) {
      return "";
    }
    int cells = width.applyAsInt(text[cursor]);
    System.arraycopy(text, cursor + 1, text, cursor, length - cursor - 1);
    length--;
    return rest(cells);
  }

  /** Moves the cursor one code point to the left. */
  String left() {
    return cursor == 0 ? "" : "\b".repeat(width.applyAsInt(text[--cursor]));
  }

  /** Moves the cursor one code point to the right. */
  String right() {
    return cursor == length ? "" : Character.toString(text[cursor++]);
  }

  /** Moves the cursor to the beginning. */
  String home() {
    String back = "\b".repeat(cells(0, cursor));
    cursor = 0;
    return back;
  }

  /** Moves the cursor to the end. */
  String end() {
    String shown = new String(text, cursor, length - cursor);
    cursor = length;
    return shown;
  }

  /** Deletes everything before the cursor. */
  String deleteToStart() {
    int cells = cells(0, cursor);
    System.arraycopy(text, cursor, text, 0, length - cursor);
    length -= cursor;
    cursor = 0;
    return "\b".repeat(cells) + rest(cells);
  }

  /** Deletes the word before the cursor and the blanks after it. */
  String deleteWord() {
    StringBuilder shown = new StringBuilder();
    while (cursor > 0 && text[cursor - 1] == ' ') {
      shown.append(backspace());
    }
    while (cursor > 0 && text[cursor - 1] != ' ') {
      shown.append(backspace());
    }
    return shown.toString();
  }

  /** Puts the entry before this one in the line's place. */
  String earlier() {
    return history.earlier(text()).map(this::replace).orElse("");
  }

  /** Puts the entry after this one in the line's place. */
  String later() {
    return history.later().map(this::replace).orElse("");
  }

  /** The text so far. */
  String text() {
    return new String(text, 0, length);
  }

  boolean isEmpty() {
    return length == 0;
  }

  /** Ends the line: it becomes history, and the next one begins empty. */
  Line take() {
    Line line = new Line(text(), cut);
    history.add(line.text());
    clear();
    return line;
  }

  /** Forgets the line. */
  void clear() {
    length = 0;
    cursor = 0;
    cut = false;
    history.rewind();
  }

  /**
   * A finished line.
   *
   * @param cut whether more was typed than a line can hold
   */
  record Line(String text, boolean cut) {}

  private String replace(String line) {
    String shown = end() + deleteToStart();
    StringBuilder typed = new StringBuilder(shown);
    line.codePoints().forEach(it -> typed.append(type(it)));
    return typed.toString();
  }

  /** Shows what follows the cursor, {@code blanks} cells of nothing, and comes back. */
  private String rest(int blanks) {
    int back = cells(cursor, length) + blanks;
    return new String(text, cursor, length - cursor) + " ".repeat(blanks) + "\b".repeat(back);
  }

  private int cells(int from, int to) {
    int cells = 0;
    for (int i = from; i < to; i++) {
      cells += width.applyAsInt(text[i]);
    }
    return cells;
  }

  private void makeRoom() {
    if (length == text.length) {
      text = Arrays.copyOf(text, 2 * length);
    }
  }
}
