package dev.interleave.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sim.plugin.ExtensionBuild;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --plugin}: what extensions bring, and what is said about broken ones. */
class PluginsTest {
  @TempDir Path folder = Path.of("");

  private Path scenario = Path.of("");

  @BeforeEach
  void writeScenario() throws IOException {
    scenario = folder.resolve("say.conf");
    Files.writeString(
        scenario,
        """
        dispatcher { type = simulated }
        drivers { d { type = parrot } }
        programs { p { uses = [d], steps = [ { tell = d, say {} }, { sleep = 1 ms } ] } }
        expect = [ "d.said contains 'hello'", "drops = 0" ]
        """);
  }

  private ExtensionBuild extension(String name) {
    return new ExtensionBuild(folder.resolve(name));
  }

  private Path parrot() {
    return extension("parrot")
        .driver("Parrot", "")
        .reference("parrot", "ext.Parrot")
        .jar(folder.resolve("parrot-1.0.jar"));
  }

  private Path noJar() throws IOException {
    return Files.writeString(folder.resolve("notes.jar"), "these are notes");
  }

  private Cli run(Path... plugins) {
    String[] arguments = new String[2 + 2 * plugins.length];
    arguments[0] = "run";
    arguments[1] = scenario.toString();
    for (int i = 0; i < plugins.length; i++) {
      arguments[2 + 2 * i] = "--plugin";
      arguments[3 + 2 * i] = plugins[i].toString();
    }
    return Cli.run(arguments);
  }

  @Test
  void scenarioNamesWhatAJarBrings() {
    Cli run = run(parrot());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("2 met");
  }

  @Test
  void targetFolderOfABuildWillDo() {
    parrot();
    assertThat(run(folder.resolve("parrot/target")).code()).isZero();
    assertThat(run(folder.resolve("parrot/target/classes")).code()).isZero();
  }

  @Test
  void folderOfJarsBringsAllOfThem() throws IOException {
    Path jars = Files.createDirectory(folder.resolve("jars"));
    Files.move(parrot(), jars.resolve("parrot-1.0.jar"));
    extension("crow")
        .driver("Crow", "")
        .reference("crow", "ext.Crow")
        .jar(jars.resolve("crow.jar"));
    Cli list = Cli.run("list", "drivers", "--plugin", jars.toString());
    assertThat(list.lines())
        .anyMatch(it -> it.matches("  parrot +Says what it is told to.  \\(parrot-1.0.jar\\)"))
        .anyMatch(it -> it.matches("  crow +Says what it is told to.  \\(crow.jar\\)"))
        .anyMatch(it -> it.startsWith("  keyboard ") && !it.contains("("));
  }

  @Test
  void jarsInThePluginsFolderOfTheInstallationAreAlwaysThere() throws IOException {
    Files.move(parrot(), Files.createDirectory(folder.resolve("plugins")).resolve("parrot.jar"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Session without =
        Cli.session(InputStream.nullInputStream(), out, OutputStream.nullOutputStream());
    Session installed =
        new Session(
            without.in(),
            without.out(),
            without.err(),
            without.terminals(),
            without.environment(),
            Optional.of(folder),
            List.of("list", "drivers"),
            without.classes());
    assertThat(CommandLines.execute(installed)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("  parrot ", "(parrot.jar)");
  }

  @Test
  void withoutThePluginItsTypeIsUnknown() {
    Cli run = run();
    assertThat(run.code()).isEqualTo(78);
    assertThat(run.err()).contains("no driver type 'parrot'");
  }

  @Test
  void describeSaysWhichJarItIsFrom() {
    Cli described = Cli.run("describe", "parrot", "--plugin", parrot().toString());
    assertThat(described.lines().get(0)).isEqualTo("driver parrot   (parrot-1.0.jar)");
    assertThat(described.out()).contains("= hello", "say");
  }

  @Test
  void whatIsNoJarIsNamed() throws IOException {
    Cli run = run(noJar(), parrot());
    assertThat(run.code()).isEqualTo(78);
    assertThat(run.err()).contains("notes.jar: this is no jar").contains("1 mistake");
  }

  @Test
  void brokenJarDoesNotHideTheOthersFromList() throws IOException {
    String[] arguments = {"list", "drivers", "--plugin", noJar() + "", "--plugin", parrot() + ""};
    Cli list = Cli.run(arguments);
    assertThat(list.code()).isEqualTo(78);
    assertThat(list.out()).contains("  parrot ");
    assertThat(list.err()).contains("notes.jar: this is no jar");
  }

  @Test
  void missingPlaceIsAMistakeOfTheCommandLine() {
    Cli run = run(folder.resolve("none.jar"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("none.jar does not exist").doesNotContain("\tat ");
  }

  @Test
  void emptyFolderIsNoPlugin() throws IOException {
    Cli run = run(Files.createDirectory(folder.resolve("empty")));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("empty is an empty folder: is it built?");
  }

  @Test
  void missingClassIsNamedWithItsJar() {
    Path jar = extension("gone").reference("parrot", "ext.Gone").jar(folder.resolve("gone.jar"));
    Cli run = run(jar);
    assertThat(run.code()).isEqualTo(78);
    assertThat(run.err()).contains("ext.Gone", "gone.jar").doesNotContain("\tat ");
    Cli list = Cli.run("list", "drivers", "--plugin", jar.toString());
    assertThat(list.code()).isEqualTo(78);
    assertThat(list.err()).contains("there is no class ext.Gone");
  }

  @Test
  void classThatNeedsAMissingClassIsNamedWithItsJar() throws IOException {
    Path jar =
        extension("half")
            .driver("Helper", "")
            .driver("Half", "public Half { new Helper(text); }")
            .reference("parrot", "ext.Half")
            .compile();
    Files.delete(jar.resolve("classes/ext/Helper.class"));
    Cli run = run(jar);
    assertThat(run.code()).isEqualTo(78);
    assertThat(run.err()).contains("parrot (half)", "NoClassDefFoundError: ext/Helper");
    assertThat(run.err()).doesNotContain("\tat ");
  }

  @Test
  void constructorThatThrowsIsNamed() {
    String[] constructors = {
      "public Parrot { if (true) throw new IllegalStateException(\"no feathers\"); }",
      "public Parrot { if (true) throw new AssertionError(\"no feathers\"); }",
      "static final int N = Integer.parseInt(\"no feathers\");"
    };
    for (int i = 0; i < constructors.length; i++) {
      Path target =
          extension("bad" + i)
              .driver("Parrot", constructors[i])
              .reference("parrot", "ext.Parrot")
              .compile();
      Cli run = run(target);
      assertThat(run.code()).as(run.err()).isEqualTo(78);
      assertThat(run.err()).contains("parrot", "no feathers").doesNotContain("\tat ");
    }
  }

  @Test
  void mistakeInAReferenceFileIsNamedWithItsJar() {
    Path jar =
        extension("torn")
            .file(
                "src/main/resources/reference.conf", "interleave.drivers {\n  parrot { class = \n")
            .jar(folder.resolve("torn.jar"));
    Cli run = run(jar);
    assertThat(run.code()).isEqualTo(78);
    assertThat(run.err()).contains("reference.conf of torn.jar").doesNotContain("\tat ");
  }

  @Test
  void twoPluginsOfOneNameAreToldApart() {
    Path other = extension("other").driver("Other", "").reference("parrot", "ext.Other").compile();
    Cli run = run(parrot(), other);
    assertThat(run.code()).isEqualTo(78);
    assertThat(run.err())
        .contains("'parrot' is defined several times, in parrot-1.0.jar, other: name the class");
  }
}
