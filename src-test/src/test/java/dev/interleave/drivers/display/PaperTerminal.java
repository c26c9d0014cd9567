package dev.interleave.drivers.display;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jline.utils.WCWidth;

/**
 * A terminal on paper: it does what an xterm does with the few sequences that the display uses, and
 * keeps what it has scrolled off. Anything else that begins with an escape is an error.
 */
public final class PaperTerminal implements HostScreen {
  private final Kind kind;
  private final List<String> scrolledOff = new ArrayList<>();
  private final StringBuilder raw = new StringBuilder();
  private String[][] cells;
  private int row;
  private int column;
  private long writes;
  private Listener listener = () -> {};
  private IOException broken;
  private IOException told;

  public PaperTerminal(Kind kind, int columns, int rows) {
    this.kind = kind;
    this.cells = blank(columns, rows);
  }

  private static String[][] blank(int columns, int rows) {
    String[][] cells = new String[rows][columns];
    for (String[] line : cells) {
      Arrays.fill(line, " ");
    }
    return cells;
  }

  /** Everything that is on it, below what was scrolled off; without trailing blanks and lines. */
  public String text() {
    return String.join("\n", lines()).stripTrailing();
  }

  /** All its lines, from the first that was scrolled off. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(scrolledOff);
    for (String[] line : cells) {
      lines.add(String.join("", line).stripTrailing());
    }
    return lines;
  }

  /** What was written to it, as it is. */
  public String raw() {
    return raw.toString();
  }

  public long writes() {
    return writes;
  }

  public int row() {
    return scrolledOff.size() + row;
  }

  public int column() {
    return Math.min(column, cells[0].length - 1);
  }

  /** From now on nothing can be written. */
  public void breakDown(String why) {
    broken = new IOException(why);
  }

  /** What the terminal was told of its failure. */
  public IOException told() {
    return told;
  }

  /** Changes its size and blots everything out. */
  public void resize(int columns, int rows) {
    cells = blank(columns, rows);
    scrolledOff.clear();
    row = 0;
    column = 0;
    try {
      listener.blotted();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public Size size() {
    return new Size(cells[0].length, cells.length);
  }

  @Override
  public void onResize(Listener listener) {
    this.listener = listener;
  }

  @Override
  public void failed(IOException why) {
    told = why;
  }

  @Override
  public void write(String text) throws IOException {
    if (broken != null) {
      throw broken;
    }
    writes++;
    raw.append(text);
    int at = 0;
    while (at < text.length()) {
      at = text.charAt(at) == '\u001b' ? sequence(text, at) : character(text, at);
    }
  }

  private int character(String text, int at) {
    int codePoint = text.codePointAt(at);
    switch (codePoint) {
      case '\r' -> column = 0;
      case '\n' -> newLine();
      case '\b' -> column = Math.max(0, Math.min(column, cells[0].length - 1) - 1);
      default -> put(Character.toString(codePoint), WCWidth.wcwidth(codePoint));
    }
    return at + Character.charCount(codePoint);
  }

  /** As a terminal line does with a line feed on its way out. */
  private void newLine() {
    column = 0;
    lineFeed();
  }

  private void lineFeed() {
    if (row < cells.length - 1) {
      row++;
    } else {
      scrolledOff.add(String.join("", cells[0]).stripTrailing());
      System.arraycopy(cells, 1, cells, 0, cells.length - 1);
      cells[cells.length - 1] = blank(cells[0].length, 1)[0];
    }
  }

  private void put(String character, int width) {
    if (width < 0) {
      throw new AssertionError(
          "a control character reached the terminal: " + (int) character.charAt(0));
    }
    if (width == 0) {
      cells[row][Math.max(0, base())] += character;
      return;
    }
    if (column + width > cells[0].length) {
      column = 0;
      lineFeed();
    }
    cells[row][column] = character;
    for (int i = 1; i < width && column + i < cells[0].length; i++) {
      cells[row][column + i] = "";
    }
    column += width;
  }

  private int base() {
    int base = column - 1;
    while (base > 0 && cells[row][base].isEmpty()) {
      base--;
    }
    return base;
  }

  private int sequence(String text, int from) {
    int end = from + 2;
    while (text.charAt(end) < '@') {
      end++;
    }
    String number = text.substring(from + 2, end);
    control(text.charAt(end), number.isEmpty() ? 0 : Integer.parseInt(number));
    return end + 1;
  }

  private void control(char last, int number) {
    switch (last) {
      case 'A' -> row = Math.max(0, row - Math.max(1, number));
      case 'B' -> row = Math.min(cells.length - 1, row + Math.max(1, number));
      case 'C' -> column = Math.min(cells[0].length - 1, column + Math.max(1, number));
      case 'H' -> row = column = 0;
      case 'J' -> cells = blank(cells[0].length, cells.length);
      case 'K' ->
          Arrays.fill(cells[row], Math.min(column, cells[0].length - 1), cells[0].length, " ");
      default -> throw new AssertionError("unknown sequence " + last);
    }
  }
}
