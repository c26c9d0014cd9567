package dev.interleave.sim.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The scenarios that ship, known by short name.
 *
 * @param folder where they are; empty when there is no installation
 */
public record ShippedScenarios(Optional<Path> folder) {

  static final String FOLDER = "config/scenarios";

  private static final String ENDING = ".conf";

  /** Those of an installation. */
  public static ShippedScenarios of(Surroundings surroundings) {
    return new ShippedScenarios(surroundings.home().map(home -> home.resolve(FOLDER)));
  }

  /** Their short names, sorted. */
  public List<String> names() {
    if (folder.filter(Files::isDirectory).isEmpty()) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.get())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The file of the scenario {@code name}, which may have its ending. */
  public Optional<Path> find(String name) {
    if (name.contains("/") || name.contains("\\")) {
      return Optional.empty();
    }
    try {
      String file = name.endsWith(ENDING) ? name : name + ENDING;
      return folder.map(it -> it.resolve(file)).filter(Files::isRegularFile);
    } catch (InvalidPathException impossible) {
      return Optional.empty();
    }
  }
}
