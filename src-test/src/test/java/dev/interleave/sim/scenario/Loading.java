package dev.interleave.sim.scenario;

import dev.interleave.kernel.config.Mistake;
import dev.interleave.kernel.config.MistakesFound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads scenarios in a folder of a test, where an extension brings the lamp drivers. */
final class Loading {

  private static final String EXTENSION =
      """
      # Types of interleave for the tests.
      interleave.drivers {
        lamp {
          class = "dev.interleave.sim.scenario.Lamp"
          summary = "A lamp."
          defaults {
            # How long it takes to switch: a duration.
            latency = 4 ms
            # Any colour.
            colour = white
          }
          metrics { switches { kind = count, unit = number, meaning = "how often it switched" } }
          example = "l { type = lamp, colour = red }"
        }
        late { class = "dev.interleave.sim.scenario.Lamp$Late" }
        hidden { class = "dev.interleave.sim.scenario.Lamp$Hidden" }
        gone { class = "dev.interleave.sim.scenario.Gone" }
        wrong { class = "java.lang.String" }
      }
      interleave.programs.idler { class = "dev.interleave.sim.scenario.Lamp$Idler" }
      """;

  private final Path folder;
  private final Map<String, String> environment;

  Loading(Path folder) {
    this(folder, Map.of());
  }

  Loading(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /** Writes a file into the folder. */
  Path write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Loads the text as standard input. */
  Scenario text(String text, String... sets) {
    var stdin = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return Scenario.load("-", List.of(sets), surroundings(stdin));
  }

  /** Loads a file, or a shipped one: home is the folder. */
  Scenario file(String name, String... sets) {
    return Scenario.load(name, List.of(sets), surroundings(new ByteArrayInputStream(new byte[0])));
  }

  /** What is said about the text. */
  String told(String text, String... sets) {
    try {
      text(text, sets);
      return "";
    } catch (MistakesFound found) {
      return found.getMessage().replace("stdin:", "lab.conf:");
    }
  }

  /** The first line of every mistake of the text. */
  List<String> headlines(String text, String... sets) {
    try {
      text(text, sets);
      return List.of();
    } catch (MistakesFound found) {
      return found.mistakes().stream()
          .map(Mistake::headline)
          .map(it -> it.replace("stdin:", "lab.conf:"))
          .toList();
    }
  }

  ClassLoader classes() {
    try {
      Path jar = folder.resolve("extension");
      write("extension/reference.conf", EXTENSION);
      return new URLClassLoader(new URL[] {jar.toUri().toURL()}, Loading.class.getClassLoader());
    } catch (MalformedURLException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Surroundings surroundings(ByteArrayInputStream stdin) {
    return new Surroundings(Optional.of(folder), classes(), environment, stdin);
  }
}
