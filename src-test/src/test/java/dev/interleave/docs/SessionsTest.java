package dev.interleave.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sim.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every command of every page is run, and prints what the page shows. */
class SessionsTest {
  @TempDir Path folder = Path.of("");

  @TestFactory
  Stream<DynamicTest> whatAPageShowsIsWhatItsCommandsPrint() {
    return Page.all().stream().flatMap(page -> page.fences("console").stream()).map(this::test);
  }

  private DynamicTest test(Fence fence) {
    return DynamicTest.dynamicTest(fence.toString(), () -> run(fence));
  }

  private void run(Fence fence) throws IOException {
    writeFiles(fence.page());
    assertThat(fence.commands()).as("%s", fence).isNotEmpty();
    int code = 0;
    for (Shown shown : fence.commands()) {
      if (shown.command().equals("echo $?")) {
        assertThat(shown.output()).as(shown.where()).containsExactly(String.valueOf(code));
        code = 0;
      } else {
        assertThat(code).as("exit code before " + shown.where()).isZero();
        code = check(shown, new Likeness(fence.varying()));
      }
    }
    assertThat(code).as("exit code at the end of the session of %s", fence).isZero();
  }

  /** The scenario files that a page shows are there for its commands. */
  private void writeFiles(Page page) throws IOException {
    for (Fence fence : page.fences("hocon")) {
      if (!fence.fileName().isEmpty()) {
        Files.write(folder.resolve(fence.fileName()), fence.body());
      }
    }
  }

  private int check(Shown shown, Likeness likeness) {
    ShellWords shell = ShellWords.of(shown);
    Cli cli =
        Cli.together(
            shell.keys().isEmpty() ? shown.keys() : shell.keys(),
            shell.words().stream().map(this::here).toList());
    String printed =
        cli.out()
            .replace(folder + "/", "")
            .replace(Page.top() + "/", "")
            .replace("../config", "config");
    List<String> text = printed.lines().dropWhile(String::isBlank).toList();
    String lines = String.join("\n", text).stripTrailing() + "\n";
    assertThat(likeness.pattern(trimmed(shown.output())).matcher(lines).matches())
        .as("%s: $ %s%n%s", shown.where(), shown.command(), lines)
        .isTrue();
    return cli.code();
  }

  /** Blank lines around a session are for whoever reads it. */
  private static List<String> trimmed(List<String> shown) {
    String text = String.join("\n", shown).stripTrailing();
    return text.isEmpty() ? List.of("...") : text.lines().dropWhile(String::isBlank).toList();
  }

  private String here(String word) {
    Path file = folder.resolve(word.contains("\0") ? "" : word);
    return Files.isRegularFile(file) ? file.toString() : word;
  }

  @Test
  void aDifferenceIsSeen() {
    Likeness likeness = new Likeness(List.of("20.3 ms", "1.9"));
    List<String> shown = List.of("makespan  20.3 ms  20.0 ms", "...", "speedup 1.9 2.0");
    assertThat(matches(likeness, shown, "makespan 7 us 20.0 ms\na\nb\nspeedup  1.0 2.0\n"))
        .isTrue();
    assertThat(matches(likeness, shown, "makespan 7 us 20.1 ms\na\nspeedup  1.0 2.0\n")).isFalse();
    assertThat(matches(likeness, shown, "makespan 7 us 20.0 ms\nspeedup  1.0 2.1\n")).isFalse();
    assertThat(matches(likeness, shown, "makespan 7 us 20.0 ms\nspeedup 1 2.0\nmore\n")).isFalse();
  }

  private static boolean matches(Likeness likeness, List<String> shown, String printed) {
    return likeness.pattern(shown).matcher(printed).matches();
  }

  @Test
  void aCommandIsNotHiddenInAFenceThatNobodyRuns() {
    assertThat(Page.all())
        .flatExtracting(Page::fences)
        .filteredOn(fence -> !List.of("console", "sh").contains(fence.language()))
        .allSatisfy(
            fence ->
                assertThat(fence.body())
                    .as("%s", fence)
                    .noneMatch(line -> line.matches("\\s*(\\$ |(\\./)?interleave |mvn |cd ).*")));
  }
}
