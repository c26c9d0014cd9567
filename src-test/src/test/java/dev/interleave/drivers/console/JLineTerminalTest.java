package dev.interleave.drivers.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** At a real terminal: that which the program {@code script} of the system makes. */
@Timeout(60)
class JLineTerminalTest {
  private static final Path SCRIPT = Path.of("/usr/bin/script");

  @BeforeAll
  static void aTerminalCanBeMade() {
    assumeTrue(Files.isExecutable(SCRIPT), "there is no " + SCRIPT);
  }

  @Test
  void keysComeAsTheyArePressedAndTheTerminalIsAskedNothing() throws Exception {
    try (Session session = new Session("xterm")) {
      assertThat(session.until("\n")).isEqualTo("kind ANSI\r\n");
      session.type("a\r\u001b");
      assertThat(session.until("<27>")).isEqualTo("<97><13><27>");
      session.type("q");
      assertThat(session.rest()).isEqualTo("end\r\nicanon echo\r\n");
    }
  }

  @Test
  void aDumbTerminalDoesNotEchoEither() throws Exception {
    try (Session session = new Session("dumb")) {
      assertThat(session.until("\n")).isEqualTo("kind DUMB\r\n");
      session.type("xq");
      assertThat(session.rest()).isEqualTo("<120>end\r\nicanon echo\r\n");
    }
  }

  @Test
  void theTerminalIsRestoredWhenTheProcessIsToldToEnd() throws Exception {
    try (Session session = new Session("xterm")) {
      session.until("\n");
      session.interrupt();
      assertThat(session.rest()).endsWith("icanon echo\r\n");
    }
  }

  /**
   * The program at a terminal, followed by what the terminal is set to then. The shell between them
   * outlives Ctrl-C, whichever shell it is; and Ctrl-C is a signal, though who started the tests
   * ignores it, as a shell does for what it runs in the background.
   */
  private static final class Session implements AutoCloseable {
    private final Process process;
    private final InputStream screen;
    private final OutputStream keys;

    Session(String type) throws IOException {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      String program =
          "trap : INT; \""
              + java
              + "\" -XX:TieredStopAtLevel=1 "
              + nativeAccess()
              + "-cp \"$PROGRAM_CLASSES\" "
              + TerminalProgram.class.getName()
              + "; stty -a | tr ' ;' '\\n\\n' | grep -x -e '-*icanon' -e '-*echo' | xargs";
      ProcessBuilder builder =
          new ProcessBuilder(
              "env", "--default-signal=INT", SCRIPT.toString(), "-qec", program, "/dev/null");
      builder.environment().put("TERM", type);
      builder.environment().put("PROGRAM_CLASSES", System.getProperty("java.class.path"));
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      process = builder.start();
      screen = process.getInputStream();
      keys = process.getOutputStream();
    }

    void type(String text) throws IOException {
      keys.write(text.getBytes(StandardCharsets.UTF_8));
      keys.flush();
    }

    /** As Ctrl-C does, which stays a signal. */
    void interrupt() throws IOException {
      type("\u0003");
    }

    /** What is shown until it ends in {@code end}. */
    String until(String end) throws IOException {
      StringBuilder shown = new StringBuilder();
      int octet = screen.read();
      while (octet >= 0) {
        shown.append((char) octet);
        octet = shown.toString().endsWith(end) ? -1 : screen.read();
      }
      return shown.toString();
    }

    /** All that follows. */
    String rest() throws IOException, InterruptedException {
      String rest = new String(screen.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      return rest;
    }

    @Override
    public void close() {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** What later JDKs want said before JLine may call the system, or they warn on the terminal. */
  private static String nativeAccess() {
    return Runtime.version().feature() >= 24 ? "--enable-native-access=ALL-UNNAMED " : "";
  }
}
