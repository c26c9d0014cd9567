package dev.interleave.sim.cli;

import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** How wide the reader's lines are. */
final class Screen {
  private static final int ELSEWHERE = 100;

  private Screen() {}

  /** The columns of the terminal; 100 off a terminal, or where it does not say. */
  static int width(Session session) {
    String columns = session.environment().getOrDefault("COLUMNS", "");
    if (columns.matches("[1-9]\\d{0,4}")) {
      return Integer.parseInt(columns);
    }
    return session.terminals().out() ? ofTerminal() : ELSEWHERE;
  }

  private static int ofTerminal() {
    try (Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
      int width = terminal.getColumns();
      return width > 0 ? width : ELSEWHERE;
    } catch (IOException unknown) {
      return ELSEWHERE;
    }
  }
}
