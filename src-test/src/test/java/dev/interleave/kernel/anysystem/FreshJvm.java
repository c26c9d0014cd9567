package dev.interleave.kernel.anysystem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A new JVM for the programs, unlike others in what must not matter.
 *
 * @param home of its JDK
 * @param flags hash seed, collector, number of processors, time zone, locale
 */
record FreshJvm(Path home, List<String> flags) {
  private static final List<List<String>> VARIANTS =
      List.of(
          List.of("-XX:+UseSerialGC", "-Duser.timezone=Asia/Tokyo", "-Duser.language=tr"),
          List.of("-XX:hashCode=2", "-XX:ActiveProcessorCount=1", "-Duser.timezone=UTC"),
          List.of("-XX:hashCode=0", "-XX:+UseParallelGC", "-XX:ActiveProcessorCount=4"),
          List.of("-XX:hashCode=3", "-Xint", "-Duser.language=de"),
          List.of("-XX:hashCode=5", "-XX:TieredStopAtLevel=1", "-Duser.timezone=America/Lima"));

  /** As many as wanted, over all JDKs of this machine in turn. */
  static List<FreshJvm> several(int count) {
    List<Path> homes = homes();
    List<FreshJvm> several = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int variant = i / homes.size() % VARIANTS.size();
      several.add(
          new FreshJvm(homes.get(i % homes.size()), VARIANTS.get((variant + i) % VARIANTS.size())));
    }
    return several;
  }

  /** The JDK that runs this one, and those of version 17 and later beside it. */
  private static List<Path> homes() {
    Map<String, Path> byVersion = new TreeMap<>();
    try (Stream<Path> installed = Files.list(Path.of("/usr/lib/jvm"))) {
      installed.sorted().forEach(home -> version(home).ifPresent(it -> byVersion.put(it, home)));
    } catch (IOException noneThere) {
      byVersion.clear();
    }
    byVersion.put(System.getProperty("java.version"), Path.of(System.getProperty("java.home")));
    return List.copyOf(byVersion.values());
  }

  private static java.util.Optional<String> version(Path home) {
    try {
      return Files.readAllLines(home.resolve("release")).stream()
          .filter(line -> line.startsWith("JAVA_VERSION=") && !line.startsWith("JAVA_VERSION=\"1."))
          .map(line -> line.substring("JAVA_VERSION=".length()).replace("\"", ""))
          .filter(it -> Integer.parseInt(it.split("\\.")[0]) >= 17)
          .findFirst();
    } catch (IOException noJdk) {
      return java.util.Optional.empty();
    }
  }

  /** What {@link Programs} prints there. */
  List<String> run(String... arguments) {
    return runMain(Programs.class, arguments);
  }

  /** What the program {@code main} prints there. */
  List<String> runMain(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.add("-XX:+UnlockExperimentalVMOptions");
    command.addAll(flags);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (InputStream out = process.getInputStream()) {
        return new String(out.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return home.getFileName() + " " + String.join(" ", flags);
  }
}
