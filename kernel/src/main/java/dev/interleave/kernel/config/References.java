package dev.interleave.kernel.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The {@code reference.conf} of every jar that has something of ours in it. The others (Pekko's are
 * long) are not parsed: whoever defines a type mentions {@code interleave} in it.
 */
final class References {

  private static final String RESOURCE = "reference.conf";

  /** One file and the jar or module that it is in. */
  record Reference(String jar, ConfigObject content) {}

  private final ClassLoader classes;
  private final Mistakes mistakes;
  private final List<Reference> found = new ArrayList<>();

  private References(ClassLoader classes, Mistakes mistakes) {
    this.classes = classes;
    this.mistakes = mistakes;
  }

  /** All that {@code classes} see; one that cannot be read is a mistake and names its jar. */
  static List<Reference> of(ClassLoader classes, Mistakes mistakes) {
    References references = new References(classes, mistakes);
    references.each(references::read);
    return references.found;
  }

  private void each(Consumer<URL> action) {
    try {
      Collections.list(classes.getResources(RESOURCE)).forEach(action);
    } catch (IOException broken) {
      mistakes.add(RESOURCE, "cannot be found: " + broken.getMessage());
    }
  }

  private void read(URL url) {
    String jar = jar(url);
    String name = RESOURCE + " of " + jar;
    try (InputStream in = url.openStream()) {
      String text = TextFile.read(in);
      if (text.contains("interleave")) {
        found.add(new Reference(jar, parse(name, text)));
      }
    } catch (IOException | TextFile.NoText broken) {
      mistakes.add(name, "cannot be read: " + broken.getMessage());
    }
  }

  private ConfigObject parse(String name, String text) {
    HoconReader reader = new HoconReader(name, mistakes, classes);
    Source source =
        new Source(name, Source.Kind.DEFAULTS, text, Optional.empty(), Optional.empty());
    try {
      return reader.resolve(reader.parse(source), Map.of()).root();
    } catch (MistakesFound broken) {
      broken.mistakes().forEach(it -> mistakes.add(it.where(), it.problem()));
      return ConfigFactory.empty().root();
    }
  }

  /** {@code lamp.jar}, or the module's folder when it is not packed. */
  private static String jar(URL url) {
    String path = url.getPath().replaceAll("!?/" + RESOURCE + "$", "");
    String folder = path.replaceAll("/target/(test-)?classes$", "");
    return folder.substring(folder.lastIndexOf('/') + 1);
  }
}
