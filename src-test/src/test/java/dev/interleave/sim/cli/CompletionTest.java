package dev.interleave.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code interleave completion}, tried in a real bash. */
class CompletionTest {
  private static final Path BASH = Path.of("/bin/bash");

  @TempDir Path folder = Path.of("");

  private String bash(String commands) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(BASH));
    Path script = folder.resolve("completion.bash");
    Files.writeString(script, Cli.run("completion", "bash").out());
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(BASH.toString(), "--norc", "-c", commands, "bash", script.toString())
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(said, StandardCharsets.UTF_8) + "exit " + process.exitValue();
  }

  @Test
  void bashAcceptsIt() throws Exception {
    assertThat(bash("exec bash -n \"$1\"")).isEqualTo("exit 0");
  }

  @ParameterizedTest
  @CsvSource({
    "interleave ru, run",
    "interleave new dri, driver",
    "interleave run --disp, --dispatcher",
    "interleave run --plu, --plugin",
    "interleave completion z, zsh",
    "interleave config --ex, --explain"
  })
  void whatIsBegunIsCompleted(String line, String word) throws Exception {
    String commands =
        "source \"$1\"; COMP_WORDS=("
            + line
            + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMPREPLY=(); _complete_interleave;"
            + " echo \"${COMPREPLY[*]}\"; exit 0";
    assertThat(bash(commands)).isEqualTo(word + "\nexit 0");
  }

  @Test
  void zshGetsTheSameScriptWithItsBridge() {
    Cli zsh = Cli.run("completion", "zsh");
    assertThat(zsh.out()).isEqualTo(Cli.run("completion", "bash").out()).contains("bashcompinit");
  }

  @Test
  void shellThatCannotBeIsSaid() {
    Cli fish = Cli.run("completion", "fish");
    assertThat(fish.code()).isEqualTo(2);
    assertThat(fish.err()).contains("cannot complete for 'fish'", "bash", "zsh");
  }
}
