package dev.interleave.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoconReaderTest {

  @TempDir Path folder;

  private final Mistakes mistakes = new Mistakes();

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Config read(Map<String, String> environment) {
    HoconReader reader = new HoconReader("lab.conf", mistakes, getClass().getClassLoader());
    return reader.resolve(reader.file(folder.resolve("lab.conf"), "lab.conf"), environment);
  }

  private Config read(String text, Map<String, String> environment) throws IOException {
    write("lab.conf", text);
    return read(environment);
  }

  private List<String> told() {
    return mistakes.all().stream().map(Mistake::headline).toList();
  }

  private void assertOnly(String text, String... lines) throws IOException {
    write("lab.conf", text);
    assertThatThrownBy(() -> read(Map.of()))
        .isInstanceOf(MistakesFound.class)
        .hasMessage(String.join("\n", lines) + "\nlab.conf: 1 mistake, nothing was started");
  }

  @Test
  void includesAreRelativeToTheFileThatIncludes() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    write("sub/a.conf", "include \"b\"\na = 1");
    write("sub/b.conf", "b = 2");
    Config config = read("include \"sub/a.conf\"\nc = 3", Map.of());
    assertThat(config.getInt("a") + config.getInt("b") + config.getInt("c")).isEqualTo(6);
    assertThat(told()).isEmpty();
  }

  @Test
  void aMissingIncludeNamesTheLineThatIncludes() throws IOException {
    read("a = 1\n# include \"c\"\ninclude \"b\"\nx { include file(\"c\") }", Map.of());
    assertThat(told())
        .containsExactly(
            "lab.conf:3: there is no 'b' to include", "lab.conf:4: there is no 'c' to include");
  }

  @Test
  void aMissingIncludeOfAnIncludedFileNamesThatFile() throws IOException {
    write("b.conf", "\ninclude required(\"c\")");
    read("include \"b\"", Map.of());
    assertThat(told()).containsExactly("b.conf:2: there is no 'c' to include");
  }

  @Test
  void aCycleOfIncludesIsToldWhereItCloses() throws IOException {
    write("b.conf", "x = 1\ninclude \"lab.conf\"");
    read("include \"b\"", Map.of());
    assertThat(told())
        .containsExactly("b.conf:2: include cycle: lab.conf includes b.conf includes lab.conf");
  }

  @Test
  void whatCannotBeIncludedIsAMistakeOfTheLineThatIncludes() throws IOException {
    Files.createDirectory(folder.resolve("d"));
    Files.write(folder.resolve("e.conf"), new byte[] {'a', '=', (byte) 0xff});
    read("include \"d\"\ninclude \"e\"\ninclude url(\"http://localhost/x\")", Map.of());
    assertThat(told())
        .containsExactly(
            "lab.conf:1: cannot include 'd': d is a folder, not a file",
            "lab.conf:2: cannot include 'e': this is not UTF-8",
            "lab.conf:3: only files and class path resources can be included");
  }

  @Test
  void aSyntaxErrorInAnIncludedFileNamesBoth() throws IOException {
    write("b.conf", "a = 1\nb = {");
    write("lab.conf", "\ninclude \"b\"");
    assertThatThrownBy(() -> read(Map.of()))
        .isInstanceOf(MistakesFound.class)
        .message()
        .startsWith("b.conf:2: ")
        .contains(" (included at lab.conf:2)\n");
  }

  @Test
  void aSyntaxErrorGivesNoAdviceOfOtherFormats() throws IOException {
    assertThatThrownBy(() -> read("a = +4\n", Map.of()))
        .isInstanceOf(MistakesFound.class)
        .message()
        .startsWith("lab.conf:1: Expecting a value but got wrong token: '4' (")
        .contains(" (a text with signs needs quotes)\n    a = +4\n")
        .doesNotContain("properties");
  }

  @Test
  void afterASyntaxErrorOnlyThatIsTold() throws IOException {
    assertThatThrownBy(() -> read("include \"missing\"\na = {\n", Map.of()))
        .isInstanceOf(MistakesFound.class)
        .message()
        .startsWith("lab.conf:3: ")
        .endsWith("\nlab.conf: 1 mistake, nothing was started");
  }

  @Test
  void aCycleOfSubstitutionsIsToldAlone() throws IOException {
    assertThatThrownBy(() -> read("x = ${nowhere}\na = ${b}\nb = ${a}", Map.of()))
        .isInstanceOf(MistakesFound.class)
        .message()
        .contains("a cycle of substitutions: ")
        .endsWith("\nlab.conf: 1 mistake, nothing was started");
  }

  @Test
  void everyUndefinedSubstitutionIsTold() throws IOException {
    read("let { speed = 3 }\na = ${let.sped}\nb = ${other}\nc = ${?nothing}", Map.of());
    assertThat(told())
        .containsExactly(
            "lab.conf:2: ${let.sped} is not defined; did you mean ${let.speed}?",
            "lab.conf:3: ${other} is not defined");
  }

  @Test
  void whatIsUndefinedCausesNoFurtherMistakes() throws IOException {
    Config config = read("a { value = ${other} }", Map.of());
    Binder.bind(BinderTest.Wait.class, config.root().get("a"), "a", mistakes);
    assertThat(told()).containsExactly("lab.conf:1: ${other} is not defined");
  }

  @Test
  void whatFollowsFromTheUndefinedIsNotToldInstead() throws IOException {
    assertThatThrownBy(() -> read("a = ${other} { b = 1 }", Map.of()))
        .isInstanceOf(MistakesFound.class)
        .hasMessageStartingWith("lab.conf:1: ${other} is not defined\n");
  }

  @Test
  void onlyAnOptionalSubstitutionReadsTheEnvironment() throws IOException {
    Config config = read("a = ${?PORT}\nb = ${PORT}\nc = ${a}\nd = ${?NONE}", Map.of("PORT", "80"));
    assertThat(config.getInt("a")).isEqualTo(80);
    assertThat(config.hasPath("d")).isFalse();
    assertThat(told())
        .containsExactly("lab.conf:2: the environment is read by ${?PORT} only, not by ${PORT}");
  }

  @Test
  void aMistakeOfTheEnvironmentIsQuotedAsSuch() throws IOException {
    Config config = read("a { value = ${?WAIT} }", Map.of("WAIT", "soon"));
    Binder.bind(BinderTest.Wait.class, config.root().get("a"), "a", mistakes);
    assertThat(mistakes.all().get(0).lines())
        .containsExactly(
            "environment WAIT: value of a must be a duration such as 4 ms, not 'soon'",
            "    WAIT=soon",
            "         ^^^^");
  }

  @Test
  void anOverrideIsQuotedAsSuch() throws IOException {
    HoconReader reader = new HoconReader("lab.conf", mistakes, getClass().getClassLoader());
    write("lab.conf", "a { value = 1 s }");
    var file = reader.file(folder.resolve("lab.conf"), "lab.conf");
    var set = reader.override("--set a.value", "a.value", "soon");
    Config config = reader.resolve(set.withFallback(file), Map.of());
    Binder.bind(BinderTest.Wait.class, config.root().get("a"), "a", mistakes);
    assertThat(mistakes.all().get(0).lines())
        .containsExactly(
            "--set a.value: value of a must be a duration such as 4 ms, not 'soon'",
            "    a.value=soon",
            "            ^^^^");
  }

  @Test
  void byteOrderMarkAndWindowsLineEndsAreFine() throws IOException {
    Config config = read("\uFEFFa = 1\r\nb { value = 4 }\r\n", Map.of());
    Binder.bind(BinderTest.Wait.class, config.root().get("b"), "b", mistakes);
    assertThat(config.getInt("a")).isEqualTo(1);
    assertThat(mistakes.all().get(0).lines()).contains("    b { value = 4 }");
  }

  @Test
  void whatIsNoTextIsToldWithItsLine() throws IOException {
    Files.write(
        folder.resolve("lab.conf"), "a = 1\nb = \u00e4".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> read(Map.of()))
        .hasMessageStartingWith("lab.conf:2: this is not UTF-8");
    Files.write(folder.resolve("lab.conf"), new byte[] {'a', '\n', 0});
    assertThatThrownBy(() -> read(Map.of()))
        .hasMessageStartingWith("lab.conf:2: this is a binary file, not a text");
    Files.write(folder.resolve("lab.conf"), "a = 1".getBytes(StandardCharsets.UTF_16));
    assertThatThrownBy(() -> read(Map.of()))
        .hasMessageStartingWith("lab.conf:1: this is UTF-16; it must be saved as UTF-8");
  }

  @Test
  void aListIsNoConfiguration() throws IOException {
    assertOnly("[1]", "lab.conf:1: this must be a block of settings, not a list", "    [1]");
  }

  @Test
  void aBottomlessNestingIsAMistake() throws IOException {
    assertOnly("a = " + "[".repeat(200_000), "lab.conf: this is nested too deeply");
  }

  @Test
  void aFileThatCannotBeReadIsNoMistake() {
    HoconReader reader = new HoconReader("lab.conf", mistakes, getClass().getClassLoader());
    assertThatThrownBy(() -> reader.file(folder.resolve("no.conf"), "no.conf"))
        .isInstanceOf(UnreadableFile.class)
        .hasMessage("there is no file no.conf");
    assertThatThrownBy(() -> reader.file(folder, "lab"))
        .isInstanceOf(UnreadableFile.class)
        .hasMessage("lab is a folder, not a file");
  }

  @Test
  void theLastOfTwoEqualKeysHolds() throws IOException {
    assertThat(read("a = 1\na = 2\nb { c = 1 }\nb { d = 2 }", Map.of()).getInt("a")).isEqualTo(2);
  }
}
