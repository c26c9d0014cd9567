package dev.interleave.kernel.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads HOCON files and overrides, remembers their texts for quoting, and resolves substitutions.
 * Not threadsafe.
 *
 * <p>A syntax error or a cycle of substitutions makes the rest meaningless: only that one is told,
 * by {@link MistakesFound}. All else goes to the mistakes.
 */
public final class HoconReader {

  private final String title;
  private final Mistakes mistakes;
  private final ClassLoader classes;

  /**
   * @param title the name of the configuration as a whole, for the last line of the mistakes
   * @param mistakes takes what is wrong, and quotes what is read here
   * @param classes where included resources are
   */
  public HoconReader(String title, Mistakes mistakes, ClassLoader classes) {
    this.title = title;
    this.mistakes = mistakes;
    this.classes = classes;
  }

  /**
   * A file with its includes, not resolved yet.
   *
   * @param name how mistakes name it
   * @throws UnreadableFile when there is no such file or it cannot be read
   * @throws MistakesFound after a syntax error
   */
  public ConfigObject file(Path file, String name) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      return text(name, TextFile.read(file, name), Optional.ofNullable(folder));
    } catch (TextFile.NoText binary) {
      throw only(name + ":" + binary.line(), binary.getMessage());
    }
  }

  /**
   * A stream with its includes, not resolved yet; it is read to its end and not closed.
   *
   * @throws UnreadableFile when it cannot be read
   * @throws MistakesFound after a syntax error
   */
  public ConfigObject stream(InputStream in, String name) {
    try {
      return text(name, TextFile.read(in), Optional.of(Path.of("").toAbsolutePath()));
    } catch (TextFile.NoText binary) {
      throw only(name + ":" + binary.line(), binary.getMessage());
    } catch (IOException broken) {
      throw new UnreadableFile(name + " cannot be read: " + broken.getMessage());
    }
  }

  /**
   * One override, not resolved yet.
   *
   * @param name how mistakes name it: {@code --set policy.type}
   * @param path the key
   * @param value as HOCON
   * @throws MistakesFound after a syntax error
   */
  public ConfigObject override(String name, String path, String value) {
    Optional<Path> folder = Optional.of(Path.of("").toAbsolutePath());
    String text = path + "=" + value;
    return parse(new Source(name, Source.Kind.OVERRIDE, text, folder, Optional.empty()));
  }

  /**
   * The configuration with its substitutions. {@code ${?NAME}} alone may read the environment.
   *
   * @throws MistakesFound after a cycle of substitutions
   */
  public Config resolve(ConfigObject configuration, Map<String, String> environment) {
    return guarded(
        title, "", () -> new Resolution(this, environment).resolve(configuration.toConfig()));
  }

  Mistakes mistakes() {
    return mistakes;
  }

  ClassLoader classes() {
    return classes;
  }

  ConfigObject parse(Source source) {
    mistakes.sources().add(source);
    ConfigParseOptions options =
        ConfigParseOptions.defaults()
            .setSyntax(source.name().endsWith(".json") ? ConfigSyntax.JSON : ConfigSyntax.CONF)
            .setOriginDescription(source.name())
            .setIncluder(new Includes(source, this));
    return guarded(source, () -> ConfigFactory.parseString(source.text(), options).root());
  }

  /**
   * The one mistake that is told when the rest would mean nothing; when it only follows from what
   * has been told already, that.
   */
  MistakesFound only(Optional<ConfigOrigin> at, String where, String problem) {
    Mistakes one = new Mistakes(mistakes.sources());
    at.ifPresentOrElse(origin -> one.add(origin, problem, ""), () -> one.add(where, problem));
    boolean follows = one.isEmpty();
    return new MistakesFound(title, follows ? mistakes.all() : one.all());
  }

  private MistakesFound only(String where, String problem) {
    return only(Optional.empty(), where, problem);
  }

  private ConfigObject text(String name, String text, Optional<Path> folder) {
    return parse(new Source(name, Source.Kind.FILE, text, folder, Optional.empty()));
  }

  private <T> T guarded(Source source, Supplier<T> parse) {
    String included = source.includedAt().map(at -> " (included at " + at.where() + ")").orElse("");
    return guarded(source.name(), included, parse);
  }

  private <T> T guarded(String where, String more, Supplier<T> work) {
    try {
      return work.get();
    } catch (ConfigException refused) {
      throw only(Optional.ofNullable(refused.origin()), where, reason(refused) + more);
    } catch (StackOverflowError deep) {
      throw only(where, "this is nested too deeply" + more);
    } catch (OutOfMemoryError large) {
      throw only(where, "this grows beyond all memory" + more);
    }
  }

  private static String reason(ConfigException refused) {
    String message = String.valueOf(refused.getMessage());
    ConfigOrigin origin = refused.origin();
    if (message.contains("rather than object at file root")) {
      return "this must be a block of settings, not a list";
    }
    String prefix = origin == null ? "" : origin.description() + ": ";
    String rest = message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    int advice = rest.indexOf(" (if you intended");
    return advice < 0 ? rest : rest.substring(0, advice) + " (a text with signs needs quotes)";
  }
}
