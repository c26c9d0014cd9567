package dev.interleave.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code interleave config}: what a scenario's settings are, and where they come from. */
class ConfigCommandTest {
  @TempDir Path folder = Path.of("");

  private Path lab = Path.of("");

  @BeforeEach
  void writeScenario() throws IOException {
    Files.writeString(folder.resolve("common.conf"), "policy { quantum = 3 ms }\n");
    lab = folder.resolve("lab.conf");
    Files.writeString(
        lab,
        """
        include "common.conf"
        let { size = 80 }
        dispatcher { type = simulated, cores = ${?CORES} }
        policy { type = round-robin }
        until = 1 s
        drivers {
          d { type = display, columns = ${let.size}, costs { print = 1 us } }
        }
        programs { p { uses = [d], steps = [ { tell = d, print { text = "a=b\\n" } } ] } }
        expect = [ "drops = 0" ]
        """);
  }

  private Cli config(Map<String, String> environment, String... more) {
    List<String> arguments = new ArrayList<>(List.of("config", lab.toString()));
    arguments.addAll(List.of(more));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Session session =
        new Session(
            new ByteArrayInputStream(new byte[0]),
            new Output(out),
            new Output(err),
            Terminals.NONE,
            environment,
            Optional.empty(),
            arguments,
            ConfigCommandTest.class.getClassLoader());
    int code = CommandLines.execute(session);
    return new Cli(code, text(out), text(err));
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String where(Cli config, String setting) {
    return config.lines().stream()
        .filter(line -> line.startsWith(setting + " "))
        .map(line -> line.substring(line.indexOf("# ") + 2))
        .reduce((one, two) -> one + " and " + two)
        .orElse("nowhere in\n" + config.out() + config.err());
  }

  @Test
  void eachSettingSaysWhereItComesFrom() {
    Cli config = config(Map.of("CORES", "5"), "--explain", "--set", "d.rows=10", "--seed", "7");
    assertThat(where(config, "dispatcher.cores = 5")).isEqualTo("environment CORES");
    assertThat(where(config, "dispatcher.seed = 7")).isEqualTo("--set dispatcher.seed");
    assertThat(where(config, "dispatcher.switch-cost = 0 ns"))
        .matches("reference.conf of (kernel|interleave-kernel-.*jar):\\d+");
    assertThat(where(config, "policy.quantum = 3 ms")).endsWith("common.conf:1");
    assertThat(where(config, "policy.type = round-robin")).endsWith("lab.conf:4");
    assertThat(where(config, "until = 1 s")).endsWith("lab.conf:5");
    assertThat(where(config, "drivers.d.rows = 10")).isEqualTo("--set d.rows");
    assertThat(where(config, "drivers.d.columns = 80")).endsWith("lab.conf:2");
    assertThat(where(config, "drivers.d.costs.print = 1 us")).endsWith("lab.conf:7");
    assertThat(where(config, "drivers.d.priority = 0")).contains("reference.conf of");
    assertThat(where(config, "programs.p.repeat = 1")).contains("reference.conf of");
  }

  @Test
  void anotherPolicyTakesTheFilesSettingsWithIt() {
    Cli config = config(Map.of(), "--policy", "fifo");
    assertThat(config.out()).contains("policy.type = fifo").doesNotContain("policy.quantum");
  }

  @Test
  void whatIsPrintedIsAScenarioThatRunsTheSame() throws IOException {
    Cli config = config(Map.of("CORES", "2"));
    Path whole = Files.writeString(folder.resolve("whole.conf"), config.out());
    String[] cores = {"--set", "dispatcher.cores=2"};
    Cli first = Cli.run("run", lab.toString(), "--json", cores[0], cores[1]);
    Cli second = Cli.run("run", whole.toString(), "--json");
    assertThat(second.code()).as(second.err()).isZero();
    assertThat(digest(second)).isEqualTo(digest(first));
  }

  private static String digest(Cli run) {
    return run.out().replaceFirst("(?s).*\"digest\":\\s*\"(\\w{32})\".*", "$1");
  }

  @Test
  void mistakesAreToldAsByRun() {
    Cli config = config(Map.of(), "--set", "d.colums=3");
    assertThat(config.code()).isEqualTo(78);
    assertThat(config.err()).contains("did you mean 'columns'?");
    assertThat(config.out()).isEmpty();
  }
}
