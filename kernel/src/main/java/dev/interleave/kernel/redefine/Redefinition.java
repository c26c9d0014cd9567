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
import java.util.Map;
import org.apache.pekko.actor.ActorSystem;
import org.jspecify.annotations.Nullable;

/** Defines the changed classes, once in a JVM: at the first simulated machine. Any thread. */
public final class Redefinition {
  private static final String SOURCES = "dev/interleave/kernel/dispatch/VirtualSources";
  private static final String CONTEXT = "org/apache/pekko/actor/typed/internal/ActorContextImpl";
  private static final Map<String, String> CALLS =
      Map.of(
          "java/lang/System.nanoTime",
          SOURCES,
          "java/lang/System.currentTimeMillis",
          SOURCES,
          "java/util/UUID.randomUUID",
          SOURCES,
          "java/time/LocalDateTime.now",
          SOURCES,
          CONTEXT
              + ".pipeToSelf$(L"
              + CONTEXT
              + ";Ljava/util/concurrent/CompletionStage;"
              + "Lorg/apache/pekko/japi/function/Function2;)",
          "dev/interleave/kernel/dispatch/PipedFutures");
  private static final Redefinition DONE = new Redefinition();

  private final List<String> loadedEarly = new ArrayList<>();

  private Redefinition() {
    ClassLoader loader = ActorSystem.class.getClassLoader();
    lines().forEach(line -> define(line.split(" "), loader));
  }

  /** Does it at the first call; the names of the classes that somebody had loaded before. */
  public static List<String> loadedEarly() {
    return List.copyOf(DONE.loadedEarly);
  }

  private static List<String> lines() {
    try (InputStream in = Redefinition.class.getResourceAsStream("changed-classes");
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
  private void define(String[] line, ClassLoader loader) {
    MethodHandles.Lookup lookup = lookup(line[0], loader);
    if (lookup != null) {
      String folder = line[0].substring(0, line[0].lastIndexOf('.') + 1);
      for (int i = 1; i < line.length; i++) {
        define(folder + line[i], lookup, loader);
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

  private void define(String name, MethodHandles.Lookup lookup, ClassLoader loader) {
    try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new IllegalStateException("this version of Pekko or Scala has no class " + name);
      }
      lookup.defineClass(changed(in.readAllBytes()));
    } catch (LinkageError loadedBefore) {
      loadedEarly.add(name);
    } catch (IOException | IllegalAccessException e) {
      throw new IllegalStateException("cannot change " + name, e);
    }
  }

  private static byte[] changed(byte[] original) throws IOException {
    ClassFile file = new ClassFile(original);
    file.rename(
        "java/util/concurrent/ThreadLocalRandom", "dev/interleave/kernel/dispatch/VirtualRandom");
    file.rename("scala/util/Random$", "dev/interleave/kernel/dispatch/VirtualShuffle");
    file.redirect(CALLS);
    return file.bytes();
  }
}
