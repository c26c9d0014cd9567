package dev.interleave.drivers.console;

import dev.interleave.drivers.keyboard.HostKeyboard;
import java.io.IOException;

/** A process at a terminal that shows the number of each byte that is typed, up to a q. */
final class TerminalProgram {
  private TerminalProgram() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (JLineTerminal terminal =
        JLineTerminal.open(System.getenv("TERM"), failure -> {}).orElseThrow()) {
      terminal.write("kind " + terminal.kind() + "\n");
      int octet = terminal.read(HostKeyboard.WITHOUT_END);
      while (octet != 'q' && octet != HostKeyboard.END) {
        terminal.write("<" + octet + ">");
        octet = terminal.read(HostKeyboard.WITHOUT_END);
      }
      terminal.write("end\n");
    }
  }
}
