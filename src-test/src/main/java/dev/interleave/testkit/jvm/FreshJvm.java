package dev.interleave.testkit.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A new JVM for a program, unlike others in what must not matter; its class path is that of this
 * one.
 *
 * @param home of its JDK
 * @param flags hash seed, collector, number of processors, time zone, locale
 */
public record FreshJvm(Path home, List<String> flags) {
  private static final List<String> HASHES =
      List.of("-XX:hashCode=5", "-XX:hashCode=2", "-XX:hashCode=0", "-XX:hashCode=3");

  private static final List<String> COLLECTORS =
      List.of("-XX:+UseSerialGC", "-XX:+UseParallelGC", "-XX:+UseG1GC");

  private static final List<String> COMPILERS =
      List.of(
          "-XX:+TieredCompilation",
          "-XX:TieredStopAtLevel=1",
          "-XX:-TieredCompilation",
          "-Xshare:off");

  private static final List<String> ZONES =
      List.of("UTC", "Asia/Tokyo", "America/St_Johns", "Pacific/Kiritimati", "Asia/Kathmandu");

  private static final List<String> LANGUAGES = List.of("en", "tr", "ar", "de", "th", "hi", "ja");

  /** As many as wanted, each unlike the others, over all JDKs of this machine in turn. */
  public static List<FreshJvm> several(int count) {
    List<Path> homes = Jdks.found();
    List<FreshJvm> several = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      several.add(new FreshJvm(homes.get(i % homes.size()), flags(i)));
    }
    return several;
  }

  /** That many JVMs of each JDK of this machine. */
  public static List<FreshJvm> ofEachJdk(int count) {
    return several(count * Jdks.found().size());
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

  /**
   * The lines that {@code main} prints there, and waits for its end.
   *
   * @throws AssertionError when it ends with another code than 0; with what it said
   */
  public List<String> run(Class<?> main, String... arguments) {
    try {
      Path errors = Files.createTempFile("fresh-jvm", ".err");
      try {
        return run(errors, command(main, arguments));
      } finally {
        Files.deleteIfExists(errors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.add("-XX:+UnlockExperimentalVMOptions");
    command.addAll(flags);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  private List<String> run(Path errors, List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    try (InputStream out = process.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (code != 0) {
        throw new AssertionError(this + " ended with " + code + ": " + Files.readString(errors));
      }
      return said.lines().toList();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + this + " ran", interrupted);
    }
  }

  @Override
  public String toString() {
    return home.getFileName() + " " + String.join(" ", flags);
  }
}
