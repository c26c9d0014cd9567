package dev.interleave.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawnAndComparedTest {

  private static List<String> cells(Cli cli, String row) {
    return cli.lines().stream()
        .filter(line -> line.startsWith(row + " "))
        .map(line -> List.of(line.substring(row.length()).strip().split("  +", -1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(cli));
  }

  @Test
  void theVectorUnitScalesWithVirtualCoresUpToItsParts() {
    Cli compare = Cli.run("compare", "vector-split");
    assertThat(compare.code()).isZero();
    assertThat(cells(compare, "makespan")).endsWith("20.0 ms", "10.0 ms", "5.0 ms");
    assertThat(cells(compare, "speedup")).hasSize(5).endsWith("1.0", "2.0", "4.0");
    assertThat(cells(compare, "cpu time")).endsWith("20.0 ms", "20.0 ms", "20.0 ms");
    assertThat(cells(compare, "result")).containsOnly("same");
    assertThat(compare.out())
        .endsWith("4 parts at once, span 5 ms: more than 4 cores cannot help.\n");
  }

  @Test
  void gophersWaitForTheirDevicesAndNoCoreHelps() {
    Cli compare = Cli.run("compare", "gophers");
    assertThat(cells(compare, "makespan")).endsWith("100.0 ms", "100.0 ms", "100.0 ms");
    assertThat(compare.out().replaceAll("\\s+", " "))
        .contains("No CPU time is used: all of it waits, and more cores cannot help.")
        .contains("Busiest is loader: at work or at its device 100 % of the time.");
  }

  @Test
  void policiesAreComparedSideBySide() {
    Cli compare =
        Cli.run("compare", "workqueue", "--policies", "fifo,random", "--cores", "2", "--seed", "3");
    assertThat(compare.code()).isZero();
    assertThat(compare.lines().get(3)).matches(" +fifo +random");
    assertThat(cells(compare, "makespan")).hasSize(2);
  }

  private static final String LONG_AND_SHORT =
      """
      dispatcher { type = simulated }
      programs {
        long { priority = 1, steps = [ { compute = 100 ms } ] }
        short { priority = 2, steps = [ { compute = 5 ms } ], start = 1 ms }
      }
      """;

  @Test
  void howLongProgramsTakeIsComparedUnderPolicies(@TempDir Path folder) throws IOException {
    String file = Files.writeString(folder.resolve("lab.conf"), LONG_AND_SHORT).toString();
    Cli compare = Cli.run("compare", file, "--policies", "fifo,priority");
    assertThat(cells(compare, "short p99")).containsExactly("104.0 ms", "5.0 ms");
    assertThat(cells(compare, "long p99")).containsExactly("100.0 ms", "105.0 ms");
    Config json =
        ConfigFactory.parseString(
            Cli.run("compare", file, "--policies", "fifo,priority", "--json").out());
    assertThat(json.getConfigList("rows"))
        .extracting(row -> row.getLong("responseP99.short"))
        .containsExactly(104_000_000L, 5_000_000L);
    assertThat(Cli.run("compare", file).out()).doesNotContain("short p99");
  }

  @Test
  void aComparisonIsOneObjectOfJsonWithARowAColumn() {
    Cli compare = Cli.run("compare", "vector-split", "--json");
    assertThat(compare.code()).isZero();
    assertThat(compare.lines()).hasSize(1);
    Config json = ConfigFactory.parseString(compare.out());
    assertThat(json.getInt("schemaVersion")).isEqualTo(1);
    assertThat(json.getString("scenario")).isEqualTo("vector-split");
    assertThat(json.getString("limit")).endsWith("more than 4 cores cannot help.");
    List<? extends Config> rows = json.getConfigList("rows");
    assertThat(rows).extracting(row -> row.getString("result")).hasSize(5).containsOnly("same");
    Config last = rows.get(4);
    assertThat(last.getString("title")).isEqualTo("simulated 4");
    assertThat(last.getLong("makespan")).isEqualTo(5_000_000);
    assertThat(last.getLong("cpu")).isEqualTo(20_000_000);
    assertThat(last.getDouble("speedup")).isEqualTo(4);
    assertThat(last.getString("digest")).matches("[0-9a-f]{32}");
    assertThat(rows.get(0).getIsNull("digest")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"nowhere, 2", "hello --cores 0, 2", "'hello --policies fifo,fifu', 2"})
  void aMistakeLeavesStandardOutputEmptyWithJsonToo(String arguments, int code) {
    Cli wrong = Cli.run(("compare --json " + arguments).split(" ", -1));
    assertThat(wrong.code()).isEqualTo(code);
    assertThat(wrong.out()).isEmpty();
  }

  @Test
  void aPipedSessionIsTypedInEveryColumn() {
    Cli compare = Cli.typing("sum 1000\nexit\n", "compare", "desktop");
    assertThat(compare.code()).isZero();
    assertThat(cells(compare, "result")).containsOnly("same");
    assertThat(cells(compare, "key p99")).hasSize(5);
  }

  @Test
  void theWorkqueueIsDrawnAsItsDocumentationDrawsIt() {
    Cli timeline = Cli.run("timeline", "workqueue", "--ascii", "--width", "60");
    assertThat(timeline.code()).isZero();
    assertThat(timeline.lines().get(0)).startsWith("workqueue on simulated 1, 25 ms (one column");
    assertThat(timeline.lines().subList(timeline.lines().size() - 5, timeline.lines().size()))
        .containsExactly(
            "core 0    0000000000111111111122222222220000000000----------",
            "w workers ::::::::::::::::::::'...................'.........",
            "0 w0      ##########--------------------##########'.........",
            "1 w1      '.........##########--------------------'.........",
            "2 w2      '...................##########--------------------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"one-thread", "multicore", "simulated"})
  void everyDispatcherCanBeDrawnWithinTheWidth(String dispatcher) {
    Cli timeline = Cli.run("timeline", "workqueue", "--dispatcher", dispatcher, "--width", "72");
    assertThat(timeline.code()).isZero();
    assertThat(timeline.out()).contains("workqueue on " + dispatcher).contains("w0").contains("█");
    assertThat(timeline.lines()).allMatch(line -> line.length() <= 72);
  }

  @Test
  void aZoomIsAPartOfTheWhole() {
    Cli zoom = Cli.run("timeline", "workqueue", "--from", "5ms", "--to", "10 ms", "--ascii");
    assertThat(zoom.lines()).anyMatch(line -> line.matches("core 0 +1+"));
  }
}
