package dev.interleave.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {
  private static final String KEYS = "echo hello\nsum 1000000\nping host\nexit\n";

  @ParameterizedTest
  @ValueSource(strings = {"one-thread", "multicore", "simulated"})
  void aSessionThroughAPipeIsAnsweredOnEveryDispatcher(String dispatcher) {
    Cli run = Cli.typing(KEYS, "run", "--dispatcher", dispatcher);
    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .contains("hello")
        .anyMatch(line -> line.startsWith("500000500000   4 parts"))
        .anyMatch(line -> line.startsWith("host: seq 1, "))
        .anyMatch(line -> line.startsWith("desktop on " + dispatcher))
        .anyMatch(line -> line.startsWith("key to screen   p50 "));
    assertThat(run.err()).contains("are up (");
    assertThat(run.out().contains("\ndigest ")).isEqualTo(dispatcher.equals("simulated"));
  }

  private static String digest(String... arguments) {
    String out = Cli.typing(KEYS, arguments).out();
    return out.lines().filter(line -> line.startsWith("digest ")).findFirst().orElseThrow();
  }

  @Test
  void aSimulatedSessionHasOneDigestAndItIs32HexDigits() {
    String digest = digest("run", "--dispatcher", "simulated");
    assertThat(digest).matches("digest [0-9a-f]{32}");
    assertThat(digest("run", "--dispatcher", "simulated")).isEqualTo(digest);
    assertThat(digest("run", "--dispatcher", "simulated", "--cores", "2")).isNotEqualTo(digest);
  }

  @Test
  void quietLeavesOnlyWhatTheDisplayShows() {
    Cli quiet = Cli.typing("echo hello\nexit\n", "run", "-q", "--dispatcher", "simulated");
    assertThat(quiet.lines()).containsExactly("kernel> echo hello", "hello", "kernel> exit");
    assertThat(quiet.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "nic.backend=udp, nic cannot start: backend = udp needs the wall clock",
    "'shell.uses=[display]', shell cannot start: shell may not use keyboard"
  })
  void nothingIsUpWhereOneCannotStart(String setting, String reason) {
    Cli run = Cli.typing(KEYS, "run", "--dispatcher", "simulated", "--set", setting);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("the run failed: " + reason).doesNotContain("are up");
    assertThat(run.out()).doesNotContain("kernel>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"one-thread", "multicore", "simulated"})
  void everythingIsUpBeforeAnythingIsShown(String dispatcher) {
    List<String> command = List.of("run", "--dispatcher", dispatcher);
    assertThat(Cli.together("exit\n", command).out())
        .containsPattern("(?s)^interleave [^\n]*\n[^\n]* are up \\([^\n]*\nkernel> ");
  }

  @Test
  void theEndOfInputIsLikeExit() {
    Cli run = Cli.typing("echo hello\n", "run", "--dispatcher", "simulated");
    assertThat(run.code()).isZero();
    assertThat(run.lines()).contains("hello");
  }

  @Test
  void jsonIsOneObjectAndNothingElse() {
    Cli run = Cli.typing(KEYS, "run", "--json", "--dispatcher", "simulated", "--seed", "7");
    assertThat(run.err()).isEmpty();
    assertThat(run.lines()).hasSize(1);
    Config json = ConfigFactory.parseString(run.out());
    assertThat(json.getInt("schemaVersion")).isEqualTo(1);
    assertThat(json.getString("scenario")).isEqualTo("desktop");
    assertThat(json.getString("dispatcher")).isEqualTo("simulated");
    assertThat(json.getInt("cores")).isEqualTo(1);
    assertThat(json.getString("policy")).isEqualTo("round-robin");
    assertThat(json.getLong("seed")).isEqualTo(7);
    assertThat(json.getLong("elapsed")).isPositive();
    assertThat(json.getString("digest")).matches("[0-9a-f]{32}");
    assertThat(json.getObject("metrics").get("drops").unwrapped()).isEqualTo(0);
    assertThat(json.getObject("metrics").toConfig().root().keySet())
        .contains("elapsed", "keyboard.keys", "shell.cpu");
    assertThat(json.getConfigList("expectations")).isNotEmpty();
    assertThat(json.getString("screen")).contains("500000500000");
  }

  @Test
  void aDigestIsNullInJsonOnRealDispatchers() {
    Cli run = Cli.typing("exit\n", "run", "--json");
    assertThat(run.out()).contains("\"digest\":null");
  }

  @Test
  void anUnmetExpectationIs99WithTheSummaryAndTheCommandThatRepeatsIt() {
    Cli run = Cli.run("run", "workqueue", "--dispatcher", "simulated", "--set", "let.at-a-time=1");
    assertThat(run.code()).isEqualTo(99);
    assertThat(run.out())
        .contains("workqueue on simulated 1, seed 42, 50 ms: ")
        .contains("expectations: 2 met, 1 not met")
        .contains("digest ");
    assertThat(run.err())
        .containsPattern(
            "expectation not met: \\[simulated\\] elapsed = 25 ms, measured 50 ms   \\(.*:\\d+\\)")
        .endsWith(
            "repeat it: interleave run workqueue --dispatcher simulated --set let.at-a-time=1"
                + " --seed 42\n");
  }

  @Test
  void theRepeatingCommandKeepsAGivenSeedAndQuotesForTheShell() {
    Cli run = Cli.run("run", "hello", "--seed=9", "--set", "expect=[\"drops = 1\"]");
    assertThat(run.code()).isEqualTo(99);
    assertThat(run.err())
        .endsWith("repeat it: interleave run hello --seed=9 --set 'expect=[\"drops = 1\"]'\n");
  }

  @Test
  void theRepeatingCommandHasTheVariablesThatTheScenarioRead(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("lab.conf");
    Files.writeString(
        file,
        """
        let { wanted = 1, wanted = ${?WANTED} }
        programs { p { steps = [ { compute = 1 ms } ] } }
        expect = [ ${let.wanted} ]
        """);
    Cli run =
        Cli.with(
            Map.of("WANTED", "p.completed = 2", "OTHER", "1"),
            "run",
            file.toString(),
            "--dispatcher=simulated");
    assertThat(run.code()).as(run.err()).isEqualTo(99);
    assertThat(run.err())
        .endsWith(
            "repeat it: WANTED='p.completed = 2' interleave run "
                + file
                + " --dispatcher=simulated --seed 42\n");
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE})
  void anySeedOf64BitsWillDo(long seed) {
    Cli run = Cli.run("run", "hello", "--dispatcher", "simulated", "--seed", "" + seed);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains(", seed " + seed + ", ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"one-thread", "multicore", "simulated"})
  void untilZeroBootsAndStops(String dispatcher) {
    Cli run = Cli.typing(KEYS, "run", "--until", "0", "--dispatcher", dispatcher);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains(", 0 ns: ");
  }

  @Test
  void aTraceIsOneObjectALineAndTheSameEveryTime(@TempDir Path folder) throws IOException {
    Path one = folder.resolve("one.ndjson");
    Path two = folder.resolve("two.ndjson");
    Cli.run("run", "workqueue", "--dispatcher", "simulated", "--trace", one.toString());
    Cli.run("run", "workqueue", "--dispatcher", "simulated", "--trace", two.toString());
    List<String> lines = Files.readAllLines(one);
    assertThat(lines).hasSizeGreaterThan(20).isEqualTo(Files.readAllLines(two));
    assertThat(lines)
        .allSatisfy(
            line -> assertThat(ConfigFactory.parseString(line).getLong("at")).isNotNegative());
    assertThat(lines.get(lines.size() - 1))
        .isEqualTo("{\"at\":25000000,\"event\":\"halted\",\"task\":0,\"why\":\"FINISHED\"}");
  }

  @Test
  void aTraceAndARecordingAreTwoFiles(@TempDir Path folder) {
    String file = folder.resolve("one").toString();
    Cli run = Cli.run("run", "hello", "--trace", file, "--record", folder + "/./one");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("--trace and --record cannot both be written to ");
    assertThat(folder).isEmptyDirectory();
    assertThat(Cli.run("run", "hello", "--trace", "/dev/null", "--record", "/dev/null").code())
        .isZero();
  }

  @Test
  void keysAreNotRecordedOverTheScriptThatIsTyped(@TempDir Path folder) throws IOException {
    Path keys = Files.writeString(folder.resolve("keys"), "0 s \"echo hi\" enter\n");
    String script = "keyboard.script=" + keys;
    Cli run = Cli.run("run", "--set", script, "--record", keys.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("--record " + keys + " would overwrite the script of keyboard\n");
    assertThat(keys).content().isEqualTo("0 s \"echo hi\" enter\n");
  }

  @Test
  void anEmptyNameOfAScenarioIsTold() {
    Cli run = Cli.run("run", "");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("the name of the scenario is empty (there are: desktop, ");
  }

  @Test
  void recordedKeysReplayToTheSameScreen(@TempDir Path folder) throws IOException {
    Path keys = folder.resolve("keys");
    String[] simulated = {"run", "--dispatcher", "simulated", "-q"};
    Cli typed =
        Cli.typing(KEYS, "run", "--dispatcher", "simulated", "-q", "--record", keys.toString());
    assertThat(Files.readString(keys)).contains("\"e\"");
    Cli replayed =
        Cli.run("run", "--dispatcher", "simulated", "-q", "--set", "keyboard.script=" + keys);
    assertThat(simulated).isNotEmpty();
    assertThat(replayed.out()).isEqualTo(typed.out());
  }

  @Test
  void aReaderThatGoesAwayEndsTheRunQuietly() {
    Cli run = Cli.over(typed("echo a\n".repeat(1000)), failingWith("Broken pipe"), "run");
    assertThat(run.code()).isZero();
    assertThat(run.err().lines()).hasSize(2).last().asString().contains("are up");
  }

  @Test
  void aFullDiskIsOneLineAnd1() {
    Cli run = Cli.over(typed(KEYS), failingWith("No space left on device"), "run", "-q");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo("interleave: cannot write standard output: No space left on device\n");
  }

  @Test
  void aClosedInputIsAnEmptyOne() {
    InputStream closed =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Bad file descriptor");
          }
        };
    Cli run = Cli.over(closed, new ByteArrayOutputStream(), "run", "--dispatcher", "simulated");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("kernel>");
  }

  private static InputStream typed(String keys) {
    return new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8));
  }

  private static OutputStream failingWith(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }
}
