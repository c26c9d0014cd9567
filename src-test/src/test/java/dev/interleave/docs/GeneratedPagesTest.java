package dev.interleave.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sim.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that {@code interleave manual} writes. */
class GeneratedPagesTest {
  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"scenario-files", "metrics"})
  void pageIsWhatIsWrittenToday(String name) {
    Cli manual = Cli.run("manual", name);
    assertThat(manual.code()).as(manual.err()).isZero();
    assertThat(Page.top().resolve("docs/" + name + ".md"))
        .as("./interleave manual %s > docs/%s.md", name, name)
        .hasContent(manual.out());
  }

  /** A name that nobody knows makes a scenario say what would be known. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "zzz = 1",
        "drivers { d { type = vector, zzz = 1 } }",
        "programs { p { zzz = 1, steps = [ { sleep = 1 ms } ] } }",
        "programs { p { steps = [ { zzz = 1 } ] } }",
        "policy { type = zzz }",
        "dispatcher { type = zzz }",
        "drivers { d { type = zzz } }",
        "programs { p { type = zzz } }"
      })
  void whatAScenarioMaySayStandsOnItsPage(String scenario) throws IOException {
    Path file = Files.writeString(folder.resolve("lab.conf"), scenario);
    assertThat(known(Cli.run("run", file.toString()).err()))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(page()).containsPattern("\\b" + key + "\\b"));
  }

  private static List<String> known(String mistake) {
    Matcher list = Pattern.compile("\\(there are: ([^)]*)\\)").matcher(mistake);
    assertThat(list.find()).as(mistake).isTrue();
    return List.of(list.group(1).split(", "));
  }

  private static String page() throws IOException {
    return Files.readString(Page.top().resolve("docs/scenario-files.md"));
  }

  @Test
  void anUnknownPageIsSaid() {
    Cli manual = Cli.run("manual", "metric");
    assertThat(manual.code()).isEqualTo(2);
    assertThat(manual.err()).contains("did you mean 'metrics'?");
  }
}
