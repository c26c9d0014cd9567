package dev.interleave.sim.plugin;

import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.UnreadableFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;

/**
 * One place that extensions are taken from.
 *
 * @param path a jar, a folder of jars, a folder of classes, or the {@code target} of a build, of
 *     which the classes are taken, since they are never older than its jar
 * @param mistakes takes what is no jar
 */
record PluginPlace(Path path, Mistakes mistakes) {

  /** The real paths of the jars and folders of classes that are here. */
  List<Path> classPath() {
    if (!Files.isReadable(path)) {
      String problem = Files.exists(path) ? " cannot be read" : " does not exist";
      throw new UnreadableFile("the plugin " + path + problem);
    }
    return Files.isDirectory(path) ? folder() : jar(path).stream().toList();
  }

  private List<Path> folder() {
    Path built = path.resolve("classes");
    if (Files.isDirectory(built)) {
      return List.of(real(built));
    }
    List<Path> jars = jars();
    if (!jars.isEmpty()) {
      return jars.stream().flatMap(jar -> jar(jar).stream()).toList();
    }
    if (isEmpty()) {
      throw new UnreadableFile("the plugin " + path + " is an empty folder: is it built?");
    }
    return List.of(real(path));
  }

  private List<Path> jars() {
    return entries("*.jar");
  }

  private boolean isEmpty() {
    return entries("*").isEmpty();
  }

  private List<Path> entries(String glob) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, glob)) {
      entries.forEach(found::add);
    } catch (IOException broken) {
      throw new UnreadableFile("the plugin " + path + " cannot be read: " + broken.getMessage());
    }
    Collections.sort(found);
    return found;
  }

  private Optional<Path> jar(Path jar) {
    try (JarFile opened = new JarFile(jar.toFile())) {
      return Optional.of(real(Path.of(opened.getName())));
    } catch (IOException broken) {
      mistakes.add(jar.toString(), "this is no jar: " + broken.getMessage());
      return Optional.empty();
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException gone) {
      throw new UnreadableFile("the plugin " + path + " cannot be read: " + gone.getMessage());
    }
  }
}
