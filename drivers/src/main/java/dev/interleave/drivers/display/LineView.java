package dev.interleave.drivers.display;

import java.io.IOException;
import org.jline.utils.WCWidth;

/**
 * Shows lines, one below the other: on a pipe each as it becomes complete, on a terminal without
 * abilities also the beginning of the next one, corrected in place. Not threadsafe.
 */
final class LineView implements View {
  private final HostScreen host;
  private final boolean withTail;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private String shown = "";

  /**
   * @param withTail whether the line that is not complete is shown
   */
  LineView(HostScreen host, boolean withTail) {
    this.host = host;
    this.withTail = withTail;
  }

  @Override
  public void paint(Frame frame) throws IOException {
    frame.output().forEach(withTail ? this::correct : this::append);
    if (withTail) {
      show(line + frame.tail());
    }
    String text = out.toString();
    out.setLength(0);
    if (!text.isEmpty()) {
      host.write(text);
    }
  }

  private void append(Piece piece) {
    out.append(piece.text());
    if (piece.ends()) {
      out.append('\n');
    }
  }

  private void correct(Piece piece) {
    line.append(piece.text());
    if (piece.ends()) {
      show(line.toString());
      out.append('\n');
      line.setLength(0);
      shown = "";
    }
  }

  /** Makes {@code text} of what is shown of the line. */
  private void show(String text) {
    int common = commonPrefix(text);
    String surplus = shown.substring(common);
    out.append("\b".repeat(width(surplus))).append(text, common, text.length());
    int blanks = Math.max(0, width(surplus) - width(text.substring(common)));
    out.append(" ".repeat(blanks)).append("\b".repeat(blanks));
    shown = text;
  }

  /** Never ends between the halves of a character. */
  private int commonPrefix(String text) {
    int most = Math.min(text.length(), shown.length());
    int common = 0;
    while (common < most && text.charAt(common) == shown.charAt(common)) {
      common++;
    }
    boolean half = common > 0 && Character.isHighSurrogate(text.charAt(common - 1));
    return half ? common - 1 : common;
  }

  private static int width(String text) {
    return text.codePoints().map(it -> Math.max(0, WCWidth.wcwidth(it))).sum();
  }
}
