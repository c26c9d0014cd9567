package dev.interleave.sim.program.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigUtil;
import dev.interleave.kernel.Outcome;
import dev.interleave.sim.program.ScenarioRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole sessions: what is typed, and what is seen. */
class EchoShellTest {

  private static final String ALL = "keyboard, display, nic, vector";

  @ParameterizedTest
  @ValueSource(strings = {"one-thread", "multicore", "simulated"})
  void everyCommandAnswersOnEveryDispatcher(String dispatcher) {
    String seen = seen(dispatcher, "echo hello\nsum 1000000\nping host\npgin\nexit\n", ALL);
    assertThat(seen.lines().toList())
        .hasSize(9)
        .startsWith("kernel> echo hello", "hello", "kernel> sum 1000000")
        .contains("kernel> ping host", "no such command: pgin (did you mean ping?)")
        .endsWith("kernel> exit")
        .anyMatch(it -> it.matches("500000500000   4 parts, \\d+(\\.\\d+)? [um]s"))
        .anyMatch(it -> it.matches("host: seq 1, \\d+(\\.\\d+)? [um]s"));
  }

  @Test
  void theEndOfInputIsLikeControlD() {
    assertThat(seen("echo hi\n")).isEqualTo("kernel> echo hi\nhi\nkernel> \n");
    assertThat(seen("echo hi\n\4echo no\n")).isEqualTo("kernel> echo hi\nhi\nkernel> \n");
    assertThat(seen("")).isEqualTo("kernel> \n");
  }

  @Test
  void aLineWithoutItsEndIsObeyedAtTheEndOfInput() {
    assertThat(seen("echo hi")).isEqualTo("kernel> echo hi\nhi\nkernel> \n");
    assertThat(seen("exit")).isEqualTo("kernel> exit\n");
  }

  @Test
  void afterExitNothingIsObeyed() {
    assertThat(seen("exit\necho no\n")).isEqualTo("kernel> exit\n");
  }

  @Test
  void whatIsTypedAheadComesAfterTheAnswerInOrder() {
    assertThat(seen("ping host\necho a\nping host\necho b\nexit\n").lines())
        .filteredOn(it -> !it.startsWith("kernel>"))
        .map(it -> it.replaceAll(", .*", ""))
        .containsExactly("host: seq 1", "a", "host: seq 2", "b");
  }

  @Test
  void keysEditTheLine() {
    assertThat(obeyed("echx\bo hi\n")).containsExactly("hi");
    assertThat(obeyed("rubbish\25echo hi\n")).containsExactly("hi");
    assertThat(obeyed("cho hi\1e\n")).containsExactly("hi");
    assertThat(obeyed("echo hi\nnonsense\3\20\n")).containsExactly("hi", "hi");
  }

  @Test
  void controlCForgetsTheLine() {
    assertThat(seen("rubbish\3echo hi\nexit\n"))
        .isEqualTo("kernel> rubbish^C\nkernel> echo hi\nhi\nkernel> exit\n");
  }

  @Test
  void controlCGivesUpACommandAndWhatWasTypedAhead() {
    String seen = seen("ping nobody-at-all\nsum 4000000\necho no\n\3echo yes\nexit\n");
    assertThat(seen).contains("^C\n").contains("\nyes\n").doesNotContain("\nno\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sum -1 | sum needs a whole number of at least 0, not -1
          ping | ping needs one host, such as: ping host
          """)
  void oneAnswer(String command, String answer) {
    assertThat(obeyed(command + "\n")).containsExactly(answer);
  }

  @Test
  void aSumIsTimedExactlyOnVirtualTime() {
    ScenarioRun run = run("simulated", "sum 1000000\nexit\n", ALL, "dispatcher.cores=8");
    assertThat(answers(run.text("display.text"))).containsExactly("500000500000   4 parts, 760 us");
  }

  @Test
  void aSumThatDoesNotFitIsSaidInWords() {
    assertThat(obeyed("sum 9223372036854775807\n"))
        .singleElement()
        .asString()
        .contains("does not fit in 64 bits");
  }

  @Test
  void aHostThatIsNotThereIsSaidInWords() {
    assertThat(obeyed("ping nowhere\n")).singleElement().asString().startsWith("nowhere: ");
  }

  @Test
  void psShowsEveryTaskThatLives() {
    List<String> lines = obeyed("ps\n");
    assertThat(lines.get(0))
        .isEqualTo(
            "TASK       STATE     CPU       TURNS   WAITED (p50/p99)   MAILBOX (max)   DROPS");
    assertThat(lines)
        .anyMatch(it -> it.startsWith("keyboard   "))
        .anyMatch(it -> it.startsWith("shell      running "))
        .allMatch(it -> it.length() <= 80);
  }

  @Test
  void aDriverThatIsNotGrantedIsSaid() {
    assertThat(answers(seen("simulated", "sum 3\nexit\n", "keyboard, display")))
        .containsExactly("this shell may not use vector: it is not in its uses");
  }

  @ParameterizedTest
  @CsvSource({"simulated, 250000", "one-thread, 50000"})
  void aLineWithoutMeasureIsRefusedInWords(String dispatcher, int length) {
    String seen = seen(dispatcher, "echo " + "x".repeat(length) + "\necho hi\nexit\n", ALL);
    assertThat(seen)
        .contains("\nthis line is too long: the most is 4096 characters\n")
        .contains("\nhi\n");
    assertThat(seen.length()).isLessThan(5000);
  }

  @Test
  void theSameSessionHasTheSameDigest() {
    String typed = "echo hi\nsum 1000\nping host\nps\nexit\n";
    assertThat(run("simulated", typed, ALL).digest())
        .isPresent()
        .isEqualTo(run("simulated", typed, ALL).digest());
  }

  private static List<String> obeyed(String typed) {
    return answers(seen(typed + "exit\n"));
  }

  private static List<String> answers(String seen) {
    return seen.lines().filter(it -> !it.startsWith("kernel>")).toList();
  }

  private static String seen(String typed) {
    return seen("simulated", typed, ALL);
  }

  private static String seen(String dispatcher, String typed, String uses) {
    ScenarioRun run = run(dispatcher, typed, uses);
    assertThat(run.outcome().end()).isEqualTo(Outcome.End.EXITED);
    assertThat(run.drops()).isZero();
    return run.text("display.text");
  }

  private static ScenarioRun run(String dispatcher, String typed, String uses, String... sets) {
    return ScenarioRun.on(
        dispatcher,
        """
        drivers {
          keyboard { type = "dev.interleave.sim.program.shell.Typed", text = %s }
          display { type = "dev.interleave.sim.program.shell.Paper" }
          nic { type = network }
          vector { type = vector }
        }
        programs { shell { type = echo-shell, uses = [%s] } }
        """
            .formatted(ConfigUtil.quoteString(typed), uses),
        sets);
  }
}
