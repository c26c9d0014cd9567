package dev.interleave.sim.scenario;

import com.typesafe.config.ConfigObject;
import dev.interleave.kernel.config.HoconReader;
import dev.interleave.kernel.config.Nearest;
import dev.interleave.kernel.config.UnreadableFile;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a scenario is read from.
 *
 * @param title how mistakes name it
 * @param path the file; empty for standard input
 */
record ScenarioFile(String title, Optional<Path> path) {

  /**
   * The file that a person means: {@code -}, a path, or the short name of a shipped one.
   *
   * @throws UnreadableFile when there is none
   */
  static ScenarioFile find(String name, Surroundings surroundings) {
    if (name.equals("-")) {
      return new ScenarioFile("stdin", Optional.empty());
    }
    Optional<Path> path = path(name);
    ShippedScenarios shipped = ShippedScenarios.of(surroundings);
    if (path.filter(ScenarioFile::readable).isPresent()) {
      return new ScenarioFile(name, path);
    }
    return shipped
        .find(name)
        .map(file -> new ScenarioFile(relative(file), Optional.of(file)))
        .orElseThrow(() -> missing(name, path, shipped));
  }

  /** Reads it, with its includes. */
  ConfigObject read(HoconReader reader, InputStream stdin) {
    return path.isPresent() ? reader.file(path.get(), title) : reader.stream(stdin, title);
  }

  /** The scenario's name: the file's, without its ending. */
  String name() {
    return path.map(it -> it.getFileName().toString().replaceAll("\\.(conf|json)$", ""))
        .orElse(title);
  }

  private static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException impossible) {
      return Optional.empty();
    }
  }

  /** A file, a pipe or a device, but no folder. */
  private static boolean readable(Path path) {
    return Files.exists(path) && !Files.isDirectory(path);
  }

  private static String relative(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path there = file.toAbsolutePath().normalize();
    return there.startsWith(here) ? here.relativize(there).toString() : there.toString();
  }

  private static UnreadableFile missing(
      String name, Optional<Path> path, ShippedScenarios shipped) {
    if (name.isBlank()) {
      return new UnreadableFile(
          "the name of the scenario is empty" + Nearest.hintOrList(name, shipped.names()));
    }
    if (path.filter(Files::isDirectory).isPresent()) {
      return new UnreadableFile(name + " is a folder, not a scenario");
    }
    return new UnreadableFile(
        "there is no scenario " + name + Nearest.hintOrList(name, shipped.names()));
  }
}
