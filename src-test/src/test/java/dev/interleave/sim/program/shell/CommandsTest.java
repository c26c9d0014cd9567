package dev.interleave.sim.program.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sim.metric.Amounts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {

  private final Commands commands = new Commands();

  @Test
  void aCommandIsAWordAndWhatFollowsIt() {
    assertThat(commands.parse("  echo  a  b ")).isEqualTo(new Say("a  b"));
    assertThat(commands.parse("echo")).isEqualTo(new Say(""));
    assertThat(commands.parse("ping host")).isEqualTo(new Ping("host"));
    assertThat(commands.parse("sum 1000000")).isEqualTo(new Sum(1000000));
    assertThat(commands.parse("ps")).isEqualTo(new Ps());
    assertThat(commands.parse("exit")).isEqualTo(new Exit());
    assertThat(commands.parse("   ")).isEqualTo(new Nothing());
  }

  @Test
  void whatHelpShowsFitsTheDisplay() {
    Action help = new Help().action(new EchoShell("k", "d", "n", "v", "> "), List::of);
    assertThat(((Action.Show) help).text().lines()).allMatch(line -> line.length() <= 80);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pgin | no such command: pgin (did you mean ping?)
          hlep | no such command: hlep (did you mean help?)
          ECHO hi | no such command: ECHO (did you mean echo?)
          frobnicate | no such command: frobnicate (help lists them)
          ping | ping needs one host, such as: ping host
          ping a b | ping needs one host, such as: ping host
          sum | sum needs a whole number of at least 0
          sum -3 | sum needs a whole number of at least 0, not -3
          sum ten | sum needs a whole number of at least 0, not ten
          sum 1.5 | sum needs a whole number of at least 0, not 1.5
          sum 99999999999999999999 | 1 + ... + 99999999999999999999 does not fit in 64 bits
          """)
  void whatIsWrongIsSaid(String line, String said) {
    assertThat(commands.parse(line)).isEqualTo(new Say(said));
  }

  @Test
  void aWordWithoutEndIsShortened() {
    assertThat(commands.parse("x".repeat(1000)))
        .isEqualTo(new Say("no such command: " + "x".repeat(40) + "... (help lists them)"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 ns",
    "999, 999 ns",
    "1000, 1 us",
    "412000, 412 us",
    "3100000, 3.1 ms",
    "999999, 1 ms",
    "1234567, 1.23 ms",
    "12400000000, 12.4 s",
    "7200000000000, 7200 s"
  })
  void durationsHaveThreeDigitsThatCount(long nanos, String shown) {
    assertThat(Amounts.duration(Duration.ofNanos(nanos))).isEqualTo(shown);
  }
}
