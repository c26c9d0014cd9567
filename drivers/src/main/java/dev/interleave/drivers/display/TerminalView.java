package dev.interleave.drivers.display;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows frames on a terminal, in the place where its cursor was: rows that leave the screen stay
 * above, as they do for any program that writes lines, and only cells that changed are written
 * again. Threadsafe.
 *
 * <p>The screen is the end of a page that begins where the first frame was painted. The terminal
 * may be narrower, then rows take several of its lines, and lower, then rows out of reach stay as
 * they are.
 */
final class TerminalView implements View {
  private final HostScreen host;
  private final StringBuilder out = new StringBuilder();
  private List<String[]> painted = blankPage();
  private Frame last = new Frame(List.of(), "", List.of(), blankPage(), 0, 0);
  private int cursorRow;
  private int cursorColumn;

  TerminalView(HostScreen host) {
    this.host = host;
  }

  private static List<String[]> blankPage() {
    List<String[]> page = new ArrayList<>();
    page.add(new String[0]);
    return page;
  }

  @Override
  public boolean showsCells() {
    return true;
  }

  @Override
  public synchronized void paint(Frame frame) throws IOException {
    last = frame;
    show(frame);
    flush();
  }

  /** The terminal was blotted out: shows the last frame once more, from its top left corner. */
  synchronized void repaint() throws IOException {
    out.append(Ansi.CLEAR);
    painted = blankPage();
    cursorRow = 0;
    cursorColumn = 0;
    show(new Frame(List.of(), "", List.of(), last.rows(), last.cursorColumn(), last.cursorRow()));
    flush();
  }

  @Override
  public synchronized void finish(Frame frame) throws IOException {
    show(frame);
    moveTo(painted.size() - 1, 0);
    if (painted.get(cursorRow).length > 0) {
      out.append("\r\n");
    }
    flush();
  }

  private void flush() throws IOException {
    String text = out.toString();
    out.setLength(0);
    if (!text.isEmpty()) {
      host.write(text);
    }
  }

  private void show(Frame frame) {
    Layout layout = Layout.of(frame, host.size().columns());
    showRows(layout.rows());
    moveTo(layout.cursorRow(), layout.cursorColumn());
    painted = new ArrayList<>(painted.subList(layout.gone(), painted.size()));
    cursorRow -= layout.gone();
  }

  private void showRows(List<String[]> rows) {
    int reach = painted.size() - host.size().rows();
    int old = painted.size();
    for (int i = Math.max(0, reach); i < old; i++) {
      change(i, i < rows.size() ? rows.get(i) : new String[0]);
    }
    for (int i = old; i < rows.size(); i++) {
      append(rows.get(i));
    }
  }

  private void append(String[] row) {
    moveTo(painted.size() - 1, cursorColumn);
    out.append("\r\n");
    painted.add(new String[0]);
    cursorRow++;
    cursorColumn = 0;
    change(cursorRow, row);
  }

  /** Writes the cells of a row that differ from what is painted. */
  private void change(int index, String[] row) {
    String[] old = painted.get(index);
    Change change = Change.of(old, row);
    if (!change.isNothing()) {
      moveTo(index, change.from());
      write(row, change.from(), change.to());
      if (row.length < old.length) {
        out.append(Ansi.CLEAR_LINE);
      }
      painted.set(index, row);
    }
  }

  private void write(String[] row, int from, int to) {
    for (int i = from; i < to; i++) {
      out.append(row[i]);
    }
    cursorColumn = to;
  }

  /** Moves within reach. At the right edge terminals differ, so that is never left sideways. */
  private void moveTo(int row, int column) {
    int highest = Math.max(0, painted.size() - host.size().rows());
    int target = Math.min(Math.max(row, highest), painted.size() - 1);
    Ansi.vertical(out, target - cursorRow);
    if (column != cursorColumn || column >= host.size().columns()) {
      Ansi.toColumn(out, Math.min(column, host.size().columns() - 1));
    }
    cursorRow = target;
    cursorColumn = column;
  }
}
