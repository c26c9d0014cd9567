package dev.interleave.kernel.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One text that a configuration was read from.
 *
 * @param name as mistakes name it: a path as the user gave it, {@code --set policy.type}, or {@code
 *     environment PORT}
 * @param kind what it is
 * @param text the whole text, decoded
 * @param folder what relative paths in it are relative to
 * @param includedAt the place that includes it, for an included file
 */
public record Source(
    String name, Kind kind, String text, Optional<Path> folder, Optional<Place> includedAt) {

  /** What a source is. */
  public enum Kind {
    /** A file, standard input or a class path resource: has lines. */
    FILE,
    /** One {@code --set}. */
    OVERRIDE,
    /** One environment variable. */
    ENVIRONMENT,
    /** The {@code reference.conf} of a jar. */
    DEFAULTS
  }

  /** Whether its lines have numbers for a person. */
  boolean numbered() {
    return kind == Kind.FILE || kind == Kind.DEFAULTS;
  }

  /** The lines, without their ends. */
  List<String> lines() {
    return text.lines().toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
