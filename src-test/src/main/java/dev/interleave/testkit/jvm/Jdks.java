package dev.interleave.testkit.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The JDKs of this machine: the one that runs this, and those of version 17 and later beside it.
 */
final class Jdks {
  private static final int OLDEST = 17;
  private static final String VERSION = "JAVA_VERSION=";

  private Jdks() {}

  /** Their homes, one a version, by version. */
  static List<Path> found() {
    Map<String, Path> byVersion = new TreeMap<>();
    folders().forEach(folder -> collect(folder, byVersion));
    byVersion.put(System.getProperty("java.version"), Path.of(System.getProperty("java.home")));
    return List.copyOf(byVersion.values());
  }

  private static Stream<Path> folders() {
    Path own = Path.of(System.getProperty("user.home"), ".sdkman", "candidates", "java");
    return Stream.of(Path.of("/usr/lib/jvm"), Path.of("/usr/java"), Path.of("/opt/java"), own);
  }

  private static void collect(Path folder, Map<String, Path> byVersion) {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> installed = Files.list(folder)) {
        installed.sorted().forEach(home -> version(home).ifPresent(it -> byVersion.put(it, home)));
      } catch (IOException unreadable) {
        throw new IllegalStateException("cannot look for JDKs in " + folder, unreadable);
      }
    }
  }

  private static Optional<String> version(Path home) {
    if (!Files.isExecutable(home.resolve("bin/java"))) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(home.resolve("release"))) {
      return lines
          .filter(line -> line.startsWith(VERSION))
          .map(line -> line.substring(VERSION.length()).replace("\"", ""))
          .filter(version -> Integer.parseInt(version.split("[^0-9]")[0]) >= OLDEST)
          .findFirst();
    } catch (IOException noJdk) {
      return Optional.empty();
    }
  }
}
