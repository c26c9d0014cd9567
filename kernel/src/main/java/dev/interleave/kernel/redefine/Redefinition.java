package dev.interleave.kernel.redefine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.ActorSystem;
import org.jspecify.annotations.Nullable;

/** Defines the changed classes, once in a JVM: at the first simulated machine. Any thread. */
public final class Redefinition {
  private static final Redefinition DONE = new Redefinition();

  private final List<String> loadedEarly = new ArrayList<>();

  private Redefinition() {
    ClassLoader loader = ActorSystem.class.getClassLoader();
    for (Change change : Change.ALL) {
      lines(change).forEach(line -> define(line.split(" "), change, loader));
    }
  }

  /** Does it at the first call; the names of the classes that somebody had loaded before. */
  public static List<String> loadedEarly() {
    return List.copyOf(DONE.loadedEarly);
  }

  private static List<String> lines(Change change) {
    try (InputStream in = Redefinition.class.getResourceAsStream(change.list());
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param line a class of a package, which is there when the package is, and the classes of this
   *     package that are changed; each after those that it extends
   */
  private void define(String[] line, Change change, ClassLoader loader) {
    MethodHandles.Lookup lookup = lookup(line[0], loader);
    if (lookup != null) {
      String folder = line[0].substring(0, line[0].lastIndexOf('.') + 1);
      for (int i = 1; i < line.length; i++) {
        define(folder + line[i], change, lookup, loader);
      }
    }
  }

  private static MethodHandles.@Nullable Lookup lookup(String neighbour, ClassLoader loader) {
    try {
      return MethodHandles.privateLookupIn(
          Class.forName(neighbour, false, loader), MethodHandles.lookup());
    } catch (ClassNotFoundException notHere) {
      return null;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot change the classes beside " + neighbour, e);
    }
  }

  private void define(String name, Change change, MethodHandles.Lookup lookup, ClassLoader loader) {
    try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new IllegalStateException("this version of Pekko or Scala has no class " + name);
      }
      lookup.defineClass(change.of(in.readAllBytes()));
    } catch (LinkageError loadedBefore) {
      if (change.needed()) {
        loadedEarly.add(name);
      }
    } catch (IOException | IllegalAccessException e) {
      throw new IllegalStateException("cannot change " + name, e);
    }
  }
}
