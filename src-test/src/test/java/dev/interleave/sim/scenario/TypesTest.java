package dev.interleave.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.config.Definition;
import dev.interleave.kernel.config.Kind;
import dev.interleave.kernel.config.MetricDefinition;
import dev.interleave.kernel.config.Mistake;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.SettingDescription;
import dev.interleave.kernel.config.Types;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypesTest {

  @TempDir Path folder;

  private final Mistakes mistakes = new Mistakes();

  private Types types() {
    return Types.load(new Loading(folder).classes(), mistakes);
  }

  private Types with(String reference) throws IOException {
    Path more = Files.createDirectories(folder.resolve("more"));
    Files.writeString(more.resolve("reference.conf"), reference);
    ClassLoader parent = new Loading(folder).classes();
    return Types.load(new URLClassLoader(new URL[] {more.toUri().toURL()}, parent), mistakes);
  }

  private List<String> told() {
    return mistakes.all().stream().map(Mistake::headline).toList();
  }

  @Test
  void everyJarDefinesItsOwn() {
    Definition lamp = types().find(Kind.DRIVER, "lamp").orElseThrow();
    assertThat(lamp.summary()).isEqualTo("A lamp.");
    assertThat(lamp.jar()).isEqualTo("extension");
    assertThat(lamp.example()).contains("l { type = lamp, colour = red }");
    assertThat(lamp.metrics())
        .containsExactly(
            new MetricDefinition(
                "switches",
                MetricDefinition.Kind.COUNT,
                MetricDefinition.Unit.NUMBER,
                "how often it switched"));
    assertThat(told()).isEmpty();
  }

  @Test
  void settingsAreDescribedByHeaderAndComment() {
    Definition lamp = types().find(Kind.DRIVER, "lamp").orElseThrow();
    assertThat(types().settings(lamp, mistakes))
        .containsExactly(
            new SettingDescription(
                "latency",
                "a duration such as 4 ms",
                Optional.of("4 ms"),
                "How long it takes to switch: a duration."),
            new SettingDescription("colour", "a text", Optional.of("white"), "Any colour."));
  }

  @Test
  void dispatchersAndPoliciesAreInTheOrderOfTheirFile() {
    assertThat(types().names(Kind.DISPATCHER))
        .containsExactly("one-thread", "multicore", "simulated");
    assertThat(types().names(Kind.POLICY)).startsWith("fifo", "round-robin", "priority", "random");
  }

  /** What ships is complete: {@code describe} has a word on every setting, and every type loads. */
  @Test
  void everyTypeThatShipsIsDocumented() {
    Types types = Types.load(getClass().getClassLoader(), mistakes);
    for (Definition definition : types.all()) {
      assertThat(definition.summary()).as(definition.name()).endsWith(".");
      assertThat(definition.example()).as(definition.name()).isPresent();
      assertThat(types.settings(definition, mistakes))
          .as(definition.name())
          .allMatch(it -> it.standard().isEmpty() || !it.meaning().isBlank());
    }
    assertThat(told()).isEmpty();
  }

  @Test
  void aBrokenReferenceNamesItsJar() throws IOException {
    with("# interleave\ninterleave.drivers {");
    assertThat(told()).singleElement().asString().startsWith("reference.conf of more:2: ");
  }

  @Test
  void aBrokenMetricNamesItsJar() throws IOException {
    with("interleave.drivers.d { class = x, metrics { m { kind = cuont, unit = number } } }");
    assertThat(told())
        .containsExactly(
            "reference.conf of more:1: kind of d.m must be one of sample, count, text,"
                + " not 'cuont'; did you mean 'count'?",
            "reference.conf of more:1: d.m needs the setting meaning, a text");
  }

  @Test
  void whatNobodyReadsInAReferenceIsToldWithItsLine() throws IOException {
    with("interleave.policy.p { class = x }\ninterleave.drivers.d {\n  clas = com.acme.D\n}");
    assertThat(told())
        .containsExactly(
            "reference.conf of more:1: unknown setting 'policy' of interleave;"
                + " did you mean 'policies'?",
            "reference.conf of more:2: driver d needs a class",
            "reference.conf of more:3: unknown setting 'clas' of driver d; did you mean 'class'?");
  }

  @Test
  void aTypeWithoutAClassIsToldWhereItIsDefined() throws IOException {
    Types types = with("interleave.drivers.d { summary = nothing }");
    var block = com.typesafe.config.ConfigFactory.parseString("type = d").root();
    assertThat(types.resolve(Kind.DRIVER, block, "driver l", mistakes)).isEmpty();
    assertThat(told()).containsExactly("reference.conf of more:1: driver d needs a class");
  }

  @Test
  void whatTwoJarsDefineDifferentlyMustBeNamedByClass() throws IOException {
    Types types = with("interleave.drivers.lamp { class = com.acme.Lamp }");
    var block = com.typesafe.config.ConfigFactory.parseString("type = lamp").root();
    assertThat(types.resolve(Kind.DRIVER, block, "driver l", mistakes)).isEmpty();
    assertThat(told())
        .singleElement()
        .asString()
        .endsWith(
            "the driver type 'lamp' is defined several times, in extension, more:"
                + " name the class instead");
  }

  @Test
  void aReferenceThatSaysNothingOfOursIsNotRead() throws IOException {
    assertThat(with("somebody { broken = {").all(Kind.POLICY)).isNotEmpty();
    assertThat(told()).isEmpty();
  }
}
