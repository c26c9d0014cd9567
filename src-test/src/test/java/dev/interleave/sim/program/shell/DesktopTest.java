package dev.interleave.sim.program.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.drivers.LentHost;
import dev.interleave.drivers.keyboard.HostKeyboard;
import dev.interleave.drivers.keyboard.TypedBytes;
import dev.interleave.kernel.Host;
import dev.interleave.kernel.Outcome;
import dev.interleave.sim.program.ScenarioRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The default scenario as it ships, with a pipe as its standard input. */
class DesktopTest {

  private static final String SESSION =
      "echo hello\nsum 1000000\npimg\b\bng host\nhelp\nnonsense\nping nowhere\nsum -1\nexit\n";

  @ParameterizedTest
  @ValueSource(strings = {"one-thread", "multicore", "simulated"})
  void aSessionIsAnsweredOnEveryDispatcher(String dispatcher) {
    ScenarioRun run = desktop(dispatcher, SESSION);
    assertThat(run.outcome().end()).isEqualTo(Outcome.End.EXITED);
    assertThat(run.drops()).isZero();
    assertThat(lines(run))
        .contains("kernel> echo hello", "hello", "kernel> ping host")
        .contains("no such command: nonsense (help lists them)")
        .contains(" exit        stop the kernel (also ^D)")
        .contains("sum needs a whole number of at least 0, not -1")
        .anyMatch(it -> it.startsWith("500000500000   4 parts, "))
        .anyMatch(it -> it.startsWith("host: seq 1, "))
        .anyMatch(it -> it.startsWith("nowhere: unreachable, "));
    assertThat(lines(run).get(lines(run).size() - 1)).isEqualTo("kernel> exit");
  }

  @Test
  void theSameIsSeenOnEveryDispatcherButForTheTimes() {
    List<String> seen = lines(desktop("simulated", SESSION));
    assertThat(lines(desktop("one-thread", SESSION))).isEqualTo(seen);
    assertThat(lines(desktop("multicore", SESSION))).isEqualTo(seen);
  }

  @Test
  void theSamePipeHasTheSameDigest() {
    ScenarioRun first = desktop("simulated", SESSION);
    assertThat(first.digest()).isPresent();
    assertThat(desktop("simulated", SESSION).digest()).isEqualTo(first.digest());
  }

  @ParameterizedTest
  @ValueSource(strings = {"one-thread", "multicore", "simulated"})
  void theLastWordsAreSeenBeforeTheEnd(String dispatcher) {
    for (String last :
        new String[] {"echo last words", "echo last words\n", "echo last words\n\4"}) {
      assertThat(lines(desktop(dispatcher, last))).contains("last words");
    }
  }

  @Test
  void nothingButTheEndIsAnEmptySession() {
    ScenarioRun run = desktop("simulated", "");
    assertThat(run.outcome().end()).isEqualTo(Outcome.End.EXITED);
    assertThat(lines(run)).containsExactly("kernel>");
  }

  private static List<String> lines(ScenarioRun run) {
    return run.text("display.text")
        .lines()
        .map(it -> it.replaceAll(", \\d+(\\.\\d+)? [nmu]?s$", ", T"))
        .toList();
  }

  private static ScenarioRun desktop(String dispatcher, String typed) {
    Host host = new LentHost().with(HostKeyboard.class, TypedBytes.pipe(typed));
    return ScenarioRun.shipped("desktop", dispatcher, host);
  }
}
