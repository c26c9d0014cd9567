package dev.interleave.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a process of its own can show: signals, closed streams, the working folder. */
class ProcessTest {
  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path folder;

  private Process start(String shell, String... options) throws IOException {
    Path home = Path.of("").toAbsolutePath().getParent();
    List<String> java = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    java.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dinterleave.home=" + home));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(it -> it.startsWith("--enable-native") || it.startsWith("--sun-misc"))
        .forEach(java::add);
    java.addAll(List.of(options));
    java.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", shell);
    builder.environment().put("INTERLEAVE", quoted(java));
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.directory(folder.toFile()).start();
  }

  private static String quoted(List<String> words) {
    return String.join(" ", words.stream().map(word -> "'" + word + "'").toList());
  }

  private static int exit(Process process) throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void awaitBoot(Process process) throws IOException {
    BufferedReader err =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    String line = err.readLine();
    while (line != null && !line.contains("are up (")) {
      line = err.readLine();
    }
    assertThat(line).isNotNull();
  }

  private static void send(String signal, Process process) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "INT, 130, one-thread",
    "INT, 130, multicore",
    "INT, 130, simulated",
    "TERM, 143, one-thread",
    "TERM, 143, multicore",
    "TERM, 143, simulated"
  })
  void aSignalDrainsAndTheSummaryIsPrinted(String signal, int code, String dispatcher)
      throws Exception {
    Process run = start("eval exec \"$INTERLEAVE\" run --dispatcher " + dispatcher);
    awaitBoot(run);
    send(signal, run);
    assertThat(exit(run)).isEqualTo(code);
    assertThat(text(run.getInputStream()))
        .contains("desktop on " + dispatcher)
        .contains("(interrupted)");
  }

  @Test
  void aSignalThatComesTwiceAtOnceIsOne() throws Exception {
    Process run = start("eval exec \"$INTERLEAVE\" run");
    awaitBoot(run);
    String twice = "kill -TERM " + run.pid() + "; kill -TERM " + run.pid();
    assertThat(new ProcessBuilder("sh", "-c", twice).start().waitFor()).isZero();
    assertThat(exit(run)).isEqualTo(143);
    assertThat(text(run.getInputStream())).contains("(interrupted)");
  }

  @Test
  void whatEndsARunThatNothingEndsIsSaid() throws Exception {
    Files.writeString(folder.resolve("idle.conf"), "drivers { display { type = display } }");
    Process run = start("eval exec \"$INTERLEAVE\" run idle.conf");
    BufferedReader err = run.errorReader();
    assertThat(err.lines().limit(3)).last().isEqualTo("no programs and no until: Ctrl-C ends it");
    send("INT", run);
    assertThat(exit(run)).isEqualTo(130);
  }

  @Test
  void headEndsTheRunQuietly() throws Exception {
    Process run = start("{ yes 'echo a' | eval \"$INTERLEAVE\" run; echo rc $? >&2; } | head -1");
    assertThat(text(run.getInputStream())).isEqualTo("kernel> echo a\n");
    assertThat(text(run.getErrorStream()).lines().toList()).hasSize(3).last().isEqualTo("rc 0");
    assertThat(exit(run)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "run -q", "run --json", "compare hello", "--help"})
  void aFullDiskIsOneLineAnd1(String command) throws Exception {
    Process run = start("echo exit | eval \"$INTERLEAVE\" " + command + " > /dev/full");
    assertThat(text(run.getErrorStream()))
        .isEqualTo("interleave: cannot write standard output: No space left on device\n");
    assertThat(exit(run)).isEqualTo(1);
  }

  @Test
  void aTraceOnAFullDiskIsOneLineAnd1AndTheSummaryIsThere() throws Exception {
    Process run = start("eval exec \"$INTERLEAVE\" run hello --trace /dev/full </dev/null");
    assertThat(text(run.getInputStream())).contains("hello on one-thread");
    assertThat(text(run.getErrorStream()))
        .endsWith("cannot write /dev/full: No space left on device\n");
    assertThat(exit(run)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"one-thread", "multicore", "simulated"})
  void aClosedInputIsAnEmptyOne(String dispatcher) throws Exception {
    Process run = start("eval exec \"$INTERLEAVE\" run -q --dispatcher " + dispatcher + " <&-");
    assertThat(text(run.getInputStream())).startsWith("kernel>").hasLineCount(1);
    assertThat(exit(run)).isZero();
  }

  @Test
  void whatComesThroughAPipeIsTypedInABatchRunToo() throws Exception {
    Process run = start("echo 'echo hi' | eval \"$INTERLEAVE\" timeline --ascii --width 80");
    assertThat(text(run.getInputStream())).startsWith("desktop on simulated 1, 900 ms");
    assertThat(exit(run)).isZero();
  }

  @Test
  void aScenarioMayComeThroughAPipe() throws Exception {
    String hello = "'drivers { display { type = display } }'";
    Process run = start("echo " + hello + " | eval \"$INTERLEAVE\" run - --dispatcher simulated");
    assertThat(text(run.getInputStream())).contains("stdin on simulated 1");
    assertThat(exit(run)).isZero();
  }

  @Test
  void aClosedOutputIsOneLineAnd1() throws Exception {
    Process run = start("echo exit | eval \"$INTERLEAVE\" run -q >&-");
    assertThat(text(run.getErrorStream()))
        .isEqualTo("interleave: cannot write standard output: Bad file descriptor\n");
    assertThat(exit(run)).isEqualTo(1);
  }

  @Test
  void theWorkingFolderStaysAsItWas() throws Exception {
    Process run = start("echo exit | eval \"$INTERLEAVE\" run --dispatcher simulated");
    assertThat(exit(run)).isZero();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void noWarningOfThePlatformIsSeen() throws Exception {
    Process run = start("echo exit | eval exec \"$INTERLEAVE\" run -q");
    assertThat(text(run.getErrorStream())).doesNotContain("SLF4J").doesNotContain("logback");
    assertThat(exit(run)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--help", "list", "list metrics", "help run", "run --sede", "run nowhere"})
  void whatMustBeFastLoadsNothingOfTheActorSystem(String command) throws Exception {
    Process run =
        start("eval exec \"$INTERLEAVE\" " + command + " 2>/dev/null", "-Xlog:class+load:stdout");
    assertThat(text(run.getInputStream()))
        .contains("dev.interleave.sim.cli.Main")
        .doesNotContain("org.apache.pekko")
        .doesNotContain("[class,load] scala.");
    exit(run);
  }
}
