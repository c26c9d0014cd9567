package dev.interleave.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sim.plugin.ExtensionBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code interleave new}: what it writes compiles, runs, and is as small as we say. */
class NewCommandTest {
  @TempDir Path folder = Path.of("");

  private Cli create(String kind, String name, String... more) {
    List<String> arguments = new ArrayList<>(List.of("new", kind, name));
    arguments.addAll(List.of("--dir", folder.toString()));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private Cli run(String name, String scenario) {
    Path project = folder.resolve(name);
    Path target = new ExtensionBuild(project).compile();
    return Cli.run("run", project.resolve(scenario).toString(), "--plugin", target.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "driver, Lamp, lamp.conf",
    "program, Worker, worker.conf",
    "policy, LeastServed, least-served.conf",
    "driver, Keyboard, keyboard.conf",
    "policy, Fifo, fifo.conf",
    "driver, Switches, switches.conf",
    "program, Goto, goto.conf"
  })
  void whatItWritesCompilesAndRuns(String kind, String name, String scenario) {
    assertThat(create(kind, name).code()).isZero();
    Cli run = run(name, scenario);
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains(" met");
  }

  @Test
  void itSaysWhatItWroteAndWhatToTry() {
    Cli created = create("driver", "Lamp");
    Path lamp = folder.resolve("Lamp");
    assertThat(created.lines())
        .containsExactly(
            lamp + "/pom.xml",
            lamp + "/src/main/java/lamp/Lamp.java",
            lamp + "/src/main/java/lamp/LampDevice.java",
            lamp + "/src/main/resources/reference.conf",
            lamp + "/src/test/java/lamp/LampTest.java",
            lamp + "/lamp.conf",
            "try it:  cd "
                + lamp
                + " && mvn -q verify && interleave run lamp.conf --plugin target");
  }

  @Test
  void noPlaceIsLeftUnfilled() throws IOException {
    create("driver", "Lamp");
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file).content().doesNotContain("{{", "}}").endsWith("\n");
      }
    }
  }

  @Test
  void packageMayBeChosen() {
    assertThat(create("driver", "Lamp", "--package", "org.example.light").code()).isZero();
    assertThat(folder.resolve("Lamp/src/main/java/org/example/light/Lamp.java")).exists();
    assertThat(run("Lamp", "lamp.conf").code()).isZero();
  }

  @Test
  void driverIsAboutTwentyFiveLines() throws IOException {
    create("driver", "Lamp");
    assertThat(linesOfCode("Lamp/src/main/java/lamp/Lamp.java")).isBetween(15L, 30L);
  }

  @Test
  void policyIsSixToTwentyFiveLines() throws IOException {
    create("policy", "Fair");
    assertThat(linesOfCode("Fair/src/main/java/fair/Fair.java")).isBetween(6L, 25L);
  }

  /** Without blank lines, comments, the package and the imports. */
  private long linesOfCode(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file)).stream()
        .map(String::strip)
        .filter(line -> !line.matches("|/?\\*.*|//.*|import .*|package .*"))
        .count();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lamp", "2Lamp", "La-mp", "", "../Lamp", "La mp", "Lämp", "Message", "Driver", "Switch",
        "One", "Kernel"
      })
  void nameThatCannotBeIsRefused(String name) throws IOException {
    Cli created = create("driver", name);
    assertThat(created.code()).isEqualTo(2);
    assertThat(created.err()).contains("'" + name + "'").doesNotContain("\tat ");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"java.lamp", "int", "a..b", "", "Org.Lamp", "a/b", "lamp.class"})
  void packageThatCannotBeIsRefused(String packageName) {
    Cli created = create("driver", "Lamp", "--package", packageName);
    assertThat(created.code()).isEqualTo(2);
    assertThat(created.err()).contains("'" + packageName + "' is no name for a package");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void kindThatCannotBeIsRefused() {
    Cli created = create("drvier", "Lamp");
    assertThat(created.code()).isEqualTo(2);
    assertThat(created.err()).contains("did you mean 'driver'?");
  }

  @Test
  void existingFolderIsLeftAlone() throws IOException {
    Path mine = Files.writeString(Files.createDirectory(folder.resolve("Lamp")).resolve("a"), "b");
    Cli created = create("driver", "Lamp");
    assertThat(created.code()).isEqualTo(2);
    assertThat(created.err()).contains("Lamp exists already");
    assertThat(mine).hasContent("b");
  }

  @Test
  void folderThatCannotBeMadeIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Cli created = Cli.run("new", "driver", "Lamp", "--dir", file.toString());
    assertThat(created.code()).isEqualTo(1);
    assertThat(created.err()).contains("cannot be written").doesNotContain("\tat ");
  }
}
