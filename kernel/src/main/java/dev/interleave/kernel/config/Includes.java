package dev.interleave.kernel.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Serves the {@code include} statements of one source: files relative to it, then the class path.
 * Whatever cannot be included is a mistake of the line that includes; nothing is fetched from
 * elsewhere.
 */
final class Includes
    implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {

  private static final List<String> ENDINGS = List.of("", ".conf", ".json");

  private final Source source;
  private final HoconReader reader;
  private final IncludeLines lines;

  Includes(Source source, HoconReader reader) {
    this.source = source;
    this.reader = reader;
    this.lines = new IncludeLines(source);
  }

  @Override
  public ConfigObject include(ConfigIncludeContext context, String what) {
    Place at = lines.next(what);
    Optional<Path> file = file(what);
    if (file.isPresent()) {
      return fromFile(file.get(), what, at);
    }
    Optional<URL> resource = resource(what);
    return resource.isPresent() ? fromResource(resource.get(), what, at) : missing(what, at);
  }

  @Override
  public ConfigObject includeFile(ConfigIncludeContext context, File what) {
    Place at = lines.next(what.getPath());
    return file(what.getPath())
        .map(file -> fromFile(file, what.getPath(), at))
        .orElseGet(() -> missing(what.getPath(), at));
  }

  @Override
  public ConfigObject includeResources(ConfigIncludeContext context, String what) {
    Place at = lines.next(what);
    return resource(what)
        .map(resource -> fromResource(resource, what, at))
        .orElseGet(() -> missing(what, at));
  }

  @Override
  public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
    return refuse(
        lines.next(what.toString()),
        "only files and class path resources can be included",
        what.toString());
  }

  /** Nothing else serves includes. */
  @Override
  public ConfigIncluder withFallback(ConfigIncluder fallback) {
    return this;
  }

  private ConfigObject fromFile(Path file, String what, Place at) {
    String name = sibling(what, file);
    try {
      return parse(
          name,
          TextFile.read(file, name),
          Optional.ofNullable(file.toAbsolutePath().getParent()),
          at);
    } catch (UnreadableFile | TextFile.NoText unusable) {
      return refuse(at, "cannot include '" + what + "': " + unusable.getMessage(), what);
    }
  }

  private ConfigObject fromResource(URL resource, String what, Place at) {
    try (InputStream in = resource.openStream()) {
      return parse(what, TextFile.read(in), Optional.empty(), at);
    } catch (IOException | TextFile.NoText unusable) {
      return refuse(at, "cannot include '" + what + "': " + unusable.getMessage(), what);
    }
  }

  private ConfigObject parse(String name, String text, Optional<Path> folder, Place at) {
    List<String> chain = chain();
    if (chain.contains(name)) {
      String circle = String.join(" includes ", chain.subList(chain.indexOf(name), chain.size()));
      return refuse(at, "include cycle: " + circle + " includes " + name, name);
    }
    return reader.parse(new Source(name, Source.Kind.FILE, text, folder, Optional.of(at)));
  }

  /** The sources that are being included, the outermost first. */
  private List<String> chain() {
    Deque<String> chain = new ArrayDeque<>();
    for (Source at = source; at != null; at = includer(at)) {
      chain.addFirst(at.name());
    }
    return List.copyOf(chain);
  }

  private static @Nullable Source includer(Source source) {
    return source.includedAt().map(Place::source).orElse(null);
  }

  private Optional<Path> file(String what) {
    return ENDINGS.stream()
        .flatMap(ending -> path(what + ending).stream())
        .filter(Files::exists)
        .findFirst();
  }

  private Optional<Path> path(String what) {
    try {
      Path path = Path.of(what);
      return path.isAbsolute()
          ? Optional.of(path)
          : source.folder().map(folder -> folder.resolve(path));
    } catch (InvalidPathException impossible) {
      return Optional.empty();
    }
  }

  private Optional<URL> resource(String what) {
    return ENDINGS.stream()
        .flatMap(
            ending -> Optional.ofNullable(reader.classes().getResource(what + ending)).stream())
        .findFirst();
  }

  /** The name of the included file, as one who stands where the including one is named from. */
  private String sibling(String what, Path file) {
    int end = what.length() - new File(what).getName().length();
    String written = what.substring(0, end) + file.getFileName();
    int folder = source.name().lastIndexOf(File.separatorChar) + 1;
    return new File(what).isAbsolute() ? written : source.name().substring(0, folder) + written;
  }

  private ConfigObject missing(String what, Place at) {
    return refuse(at, "there is no '" + what + "' to include", what);
  }

  private ConfigObject refuse(Place at, String problem, String word) {
    reader.mistakes().add(at, problem, word);
    return ConfigFactory.empty().root();
  }
}
