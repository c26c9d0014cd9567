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
  private static final List<String> HASHES =
      List.of("-XX:hashCode=5", "-XX:hashCode=2", "-XX:hashCode=0", "-XX:hashCode=3");

  private static final List<String> COLLECTORS =
      List.of("-XX:+UseSerialGC", "-XX:+UseParallelGC", "-XX:+UseG1GC");

  private static final List<String> COMPILERS =
      List.of("-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1", "-Xint", "-Xshare:off");

  private static final List<String> ZONES =
      List.of("UTC", "Asia/Tokyo", "America/St_Johns", "Pacific/Kiritimati", "Asia/Kathmandu");

  private static final List<String> LANGUAGES = List.of("en", "tr", "ar", "de", "th", "hi", "ja");

  /** As many as wanted, each unlike the others, over all JDKs of this machine in turn. */
  static List<FreshJvm> several(int count) {
    List<Path> homes = homes();
    List<FreshJvm> several = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      several.add(new FreshJvm(homes.get(i % homes.size()), flags(i)));
    }
    return several;
  }

  /** That many JVMs of each JDK of this machine. */
  static List<FreshJvm> ofEachJdk(int count) {
    return several(count * homes().size());
  }

  private static List<String> flags(int number) {
    return List.of(
        HASHES.get(number % HASHES.size()),
        COLLECTORS.get(number % COLLECTORS.size()),
        "-XX:ActiveProcessorCount=" + (1 + number % 8),
        "-Duser.timezone=" + ZONES.get(number % ZONES.size()),
        "-Duser.language=" + LANGUAGES.get(number % LANGUAGES.size()),
        COMPILERS.get(number % 11 % COMPILERS.size()));
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
