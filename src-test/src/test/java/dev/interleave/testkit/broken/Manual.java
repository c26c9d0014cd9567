package dev.interleave.testkit.broken;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The pages under {@code docs} of this checkout. */
final class Manual {
  private Manual() {}

  static String page(String name) {
    Path page =
        Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
            .map(folder -> folder.resolve("docs").resolve(name))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    try {
      return Files.readString(page);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
