package dev.interleave.sim.scenario;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a scenario is loaded in.
 *
 * @param home the folder of the installation, which has {@code config/scenarios}
 * @param classes sees the components and their {@code reference.conf}, extensions included
 * @param environment what {@code ${?NAME}} may read
 * @param stdin what the scenario {@code -} is read from
 */
public record Surroundings(
    Optional<Path> home, ClassLoader classes, Map<String, String> environment, InputStream stdin) {

  /** Those of this process: the launcher says where home is, else it is looked for upwards. */
  public static Surroundings ofProcess(ClassLoader classes) {
    return new Surroundings(ownHome(), classes, System.getenv(), System.in);
  }

  private static Optional<Path> ownHome() {
    return Optional.ofNullable(System.getProperty("interleave.home"))
        .map(Path::of)
        .or(Surroundings::above);
  }

  private static Optional<Path> above() {
    Path here = Path.of("").toAbsolutePath();
    return Stream.iterate(here, folder -> folder != null, Path::getParent)
        .filter(folder -> Files.isDirectory(folder.resolve(ShippedScenarios.FOLDER)))
        .findFirst();
  }
}
