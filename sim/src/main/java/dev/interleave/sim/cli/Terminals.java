package dev.interleave.sim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which of the standard streams a person is at.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 */
record Terminals(boolean in, boolean out, boolean err) {

  /** None of them. */
  static final Terminals NONE = new Terminals(false, false, false);

  private static final String GIVEN = System.getProperty("interleave.terminals", "?");

  /**
   * Those of this process: the launcher knows ({@code -Dinterleave.terminals=} with some of {@code
   * in out err}); without it, what the system tells of open files.
   */
  static Terminals ofProcess() {
    return GIVEN.equals("?")
        ? new Terminals(isTerminal(0), isTerminal(1), isTerminal(2))
        : new Terminals(GIVEN.contains("in"), GIVEN.contains("out"), GIVEN.contains("err"));
  }

  private static boolean isTerminal(int descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
