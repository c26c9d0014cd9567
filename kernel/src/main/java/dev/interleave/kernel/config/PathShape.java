package dev.interleave.kernel.config;

import com.typesafe.config.ConfigValue;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Files and folders, relative to the file in which they are written. */
final class PathShape implements Shape {

  @Override
  public Optional<Object> read(ConfigValue value, Slot slot) {
    Optional<Path> path = path(Slot.text(value));
    if (path.isEmpty()) {
      slot.mustBe(wanted(slot.limits()), value);
    }
    return path.map(it -> folder(value, slot).map(folder -> folder.resolve(it)).orElse(it));
  }

  @Override
  public String wanted(Limits limits) {
    return "the path of a file";
  }

  private static Optional<Path> folder(ConfigValue value, Slot slot) {
    return slot.mistakes().sources().find(value.origin()).flatMap(at -> at.source().folder());
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException impossible) {
      return Optional.empty();
    }
  }
}
