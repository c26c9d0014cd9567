package dev.interleave.sim.plugin;

import dev.interleave.kernel.config.Definition;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.Types;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Extensions that were found, all in one class loader.
 *
 * @param own sees what this program brings itself
 * @param classes sees that and what every extension brings; open as long as the process runs
 * @param mistakes what is wrong with extensions; those that are right can be used all the same
 */
public record Plugins(ClassLoader own, ClassLoader classes, Mistakes mistakes) {

  /** How mistakes name the extensions as a whole. */
  public static final String TITLE = "plugins";

  /**
   * Looks into {@code places}, in their order; of two classes of one name the first is used.
   *
   * @param places jars, folders of jars, folders of classes, or the {@code target} of a build
   * @param own what sees this program
   * @throws dev.interleave.kernel.config.UnreadableFile when there is nothing at one of them
   */
  public static Plugins of(List<Path> places, ClassLoader own) {
    Mistakes mistakes = new Mistakes();
    Set<Path> paths = new LinkedHashSet<>();
    places.forEach(place -> paths.addAll(new PluginPlace(place, mistakes).classPath()));
    URL[] urls = paths.stream().map(Plugins::url).toArray(URL[]::new);
    ClassLoader classes = urls.length == 0 ? own : new URLClassLoader(TITLE, urls, own);
    return new Plugins(own, classes, mistakes);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalArgumentException("no URL: " + path, impossible);
    }
  }

  /** The types that extensions bring, out of {@code types}. */
  public List<Definition> brought(Types types) {
    if (classes.equals(own)) {
      return List.of();
    }
    List<String> names = Types.load(own, new Mistakes()).all().stream().map(Plugins::key).toList();
    return types.all().stream().filter(it -> !names.contains(key(it))).toList();
  }

  private static String key(Definition type) {
    return type.kind() + " " + type.name() + " " + type.className();
  }
}
