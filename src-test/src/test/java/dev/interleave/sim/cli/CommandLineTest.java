package dev.interleave.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  static Collection<String> commands() {
    Session session =
        Cli.session(
            new ByteArrayInputStream(new byte[0]),
            new ByteArrayOutputStream(),
            new ByteArrayOutputStream());
    return CommandLines.of(session).getSubcommands().keySet();
  }

  @Test
  void aloneItPrintsItsHelpOnStandardOutput() {
    Cli alone = Cli.run();
    assertThat(alone.code()).isZero();
    assertThat(alone.out()).startsWith("Usage: interleave").contains("Examples:");
    assertThat(alone.err()).isEmpty();
    assertThat(Cli.run("--help")).isEqualTo(alone);
    assertThat(Cli.run("help")).isEqualTo(alone);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpWithExamples(String command) {
    Cli help = Cli.run(command, "--help");
    assertThat(help.code()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out()).contains("Usage: interleave " + command).contains("Example");
    assertThat(Cli.run("help", command)).isEqualTo(help);
    assertThat(help.lines()).allMatch(line -> line.length() <= 90);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "rnu                        | no such command: rnu; did you mean 'run'?",
        "help rnu                   | no such command: rnu; did you mean 'run'?",
        "run --sede 5               | no such flag: --sede; did you mean '--seed'?",
        "run workque                | there is no scenario workque; did you mean 'workqueue'?",
        "run no-such-file.conf      | there is no scenario no-such-file.conf (there are: ",
        "run /                      | / is a folder, not a scenario",
        "run a b                    | one argument too many: b",
        "run --seed x               | invalid value for option '--seed': 'x' is not a whole number"
            + " of 64 bits",
        "run --cores -3             | --cores must be at least 1, not -3",
        "run --cores many           | invalid value for option '--cores': 'many' is not a whole"
            + " number",
        "run --cores 99999999999    | invalid value for option '--cores': '99999999999' is too"
            + " large: the most is 2147483647",
        "run --cores -99999999999   | invalid value for option '--cores': '-99999999999' is too"
            + " small: the least is -2147483648",
        "run --cores 2              | one-thread has one core: choose --dispatcher multicore or"
            + " --dispatcher simulated with --cores 2",
        "run --pace 2               | --pace is for --dispatcher simulated: real time has its own",
        "run --pace -1              | --pace must be at least 0, not -1.0",
        "run --policy round-robbin  | --policy: no policy type 'round-robbin'; did you mean"
            + " 'round-robin'?  (interleave list policies)",
        "run --dispatcher simulatd  | --dispatcher: no dispatcher type 'simulatd'; did you mean"
            + " 'simulated'?  (interleave list dispatchers)",
        "run --until 5              | --until must be a duration such as 4 ms, not 5 (it needs a"
            + " unit: ns, us, ms, s, m, h, d)",
        "run --trace /no/such/f     | cannot write /no/such/f: there is no such folder",
        "run --record /no/such/f    | cannot write /no/such/f: there is no such folder",
        "compare -                  | compare runs a scenario several times: give a file, not -",
        "timeline hello --to 1ms --from 2ms | --to must be after --from",
        "timeline hello --width 0   | --width must be at least 1, not 0",
        "describe keybord           | there is no scenario, driver, policy, program or dispatcher"
            + " 'keybord'; did you mean 'keyboard'?",
        "list drivrs                | cannot list 'drivrs'; did you mean 'drivers'?"
      })
  void aWrongCommandLineIs2AndSaysWhatWouldBeRight(String arguments, String message) {
    Cli wrong = Cli.run(arguments.split(" +", -1));
    assertThat(wrong.err()).startsWith(message);
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "policy.quantm=5 ms  | --set policy.quantm: unknown setting 'quantm' of round-robin; did"
            + " you mean 'quantum'?",
        "policy.quantum=5    | --set policy.quantum: quantum of round-robin must be a duration such"
            + " as 4 ms, not 5 (it needs a unit",
        "policy.quantum      | --set policy.quantum: it must have the form KEY=VALUE",
        "=1ms                | --set =1ms: it must have the form KEY=VALUE",
        "dispatcher.seed=a   | --set dispatcher.seed: seed of one-thread must be"
      })
  void aMistakeInASetIs78AndQuotedAsSuch(String set, String message) {
    Cli wrong = Cli.run("run", "--set", set);
    assertThat(wrong.err()).startsWith(message).contains("nothing was started");
    assertThat(wrong.code()).isEqualTo(78);
    assertThat(wrong.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "compare", "timeline"})
  void mistakesInAFileAre78AllAtOnce(String command, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("lab.conf");
    Files.writeString(
        file,
        "policy { type = round-robin, quantom = 4 ms }\n"
            + "drivers { k { type = keybord } }\n"
            + "expect = [ \"drop = 0\" ]\n");
    Cli wrong = Cli.run(command, file.toString());
    assertThat(wrong.code()).isEqualTo(78);
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.err())
        .contains(":1: unknown setting 'quantom' of round-robin; did you mean 'quantum'?")
        .contains(":2: no driver type 'keybord'; did you mean 'keyboard'?")
        .contains(":3: no metric 'drop'; did you mean 'drops'?")
        .endsWith("lab.conf: 3 mistakes, nothing was started\n");
  }

  @Test
  void everythingThatIsListedCanBeDescribed() {
    Cli list = Cli.run("list");
    assertThat(list.code()).isZero();
    assertThat(list.lines())
        .contains("scenarios", "drivers", "policies", "programs", "dispatchers");
    Stream<String> names =
        list.lines().stream()
            .filter(line -> line.startsWith("  "))
            .map(line -> line.strip().split(" +", 2)[0]);
    assertThat(names)
        .isNotEmpty()
        .allSatisfy(
            name -> {
              Cli described = Cli.run("describe", name);
              assertThat(described.code()).isZero();
              assertThat(described.out()).contains(name);
            });
  }

  @Test
  void metricsAreListedWithUnitAndMeaning() {
    Cli metrics = Cli.run("list", "metrics");
    assertThat(metrics.lines())
        .anyMatch(line -> line.matches(" +elapsed +duration +from boot .*"))
        .anyMatch(line -> line.matches(" +drops +number +.*"))
        .anyMatch(line -> line.matches(" +TASK.waited.STAT +duration +.*"))
        .anyMatch(line -> line.matches(" +display.screen +text +.*"));
  }

  @Test
  void aDescriptionHasEverySettingWithDefaultTypeAndMeaning() {
    assertThat(Cli.run("describe", "round-robin").lines())
        .anyMatch(line -> line.startsWith("policy round-robin"))
        .anyMatch(line -> line.matches(" +quantum +(= )?4 ms +a duration such as 4 ms"))
        .anyMatch(line -> line.contains("The longest time that a task keeps its core"))
        .contains("Example:");
  }

  @Test
  void aDryRunStartsNothing() {
    Cli dry = Cli.run("run", "--dry-run", "--dispatcher", "simulated", "--cores", "3");
    assertThat(dry.code()).isZero();
    assertThat(dry.out())
        .startsWith("desktop · simulated 3 · round-robin 4 ms · seed 42\n")
        .contains("program  shell")
        .contains("nothing was started");
  }

  @Test
  void theVersionNamesTheJava() {
    assertThat(Cli.run("version").out())
        .startsWith("interleave ")
        .contains("Java " + System.getProperty("java.version"));
    assertThat(Cli.run("--version")).isEqualTo(Cli.run("version"));
    assertThat(Cli.run("run", "-V")).isEqualTo(Cli.run("version"));
  }
}
