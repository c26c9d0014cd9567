package dev.interleave.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Java sources of the checkout, to look names up in.
 *
 * @param texts by {@code dev/interleave/.../Name.java}
 */
record Sources(Map<String, String> texts) {

  static Sources all() {
    return new Sources(
        Stream.of("kernel", "drivers", "sim", "src-test")
            .flatMap(module -> Stream.of(module + "/src/main/java", module + "/src/test/java"))
            .map(Page.top()::resolve)
            .filter(Files::isDirectory)
            .flatMap(root -> files(root).stream().map(file -> Map.entry(root, file)))
            .collect(
                Collectors.toMap(
                    it -> it.getKey().relativize(it.getValue()).toString(),
                    it -> read(it.getValue()),
                    (one, two) -> one)));
  }

  private static List<Path> files(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Whether there is a package, a class or a member of that name, which may be qualified. */
  boolean have(String name) {
    return isPackage(name) || isMember(name);
  }

  /** A package may leave out {@code dev.interleave}, as in {@code kernel.dispatch}. */
  boolean isPackage(String name) {
    String path = path(name);
    return texts.keySet().stream().anyMatch(file -> file.startsWith(path + "/"));
  }

  private static String path(String name) {
    String whole = name.startsWith("dev.interleave") ? name : "dev.interleave." + name;
    return whole.replace('.', '/');
  }

  /** {@code package.Class.member}, of which package and member may be missing. */
  private boolean isMember(String name) {
    List<String> parts = List.of(name.split("\\."));
    int type = firstCapital(parts);
    if (type == parts.size()) {
      return false;
    }
    String folder = type == 0 ? "" : path(String.join(".", parts.subList(0, type))) + "/";
    List<String> members = parts.subList(type + 1, parts.size());
    return find(folder, parts.get(type))
        .filter(text -> members.stream().allMatch(member -> word(text, member)))
        .isPresent();
  }

  private static int firstCapital(List<String> parts) {
    int i = 0;
    while (i < parts.size() && !parts.get(i).matches("[A-Z].*")) {
      i++;
    }
    return i;
  }

  private Optional<String> find(String folder, String type) {
    String declared = "(?s).*\\b(class|record|interface|enum) " + type + "\\b.*";
    return texts.entrySet().stream()
        .filter(file -> file.getKey().startsWith(folder))
        .filter(
            file ->
                file.getKey().endsWith("/" + type + ".java") || file.getValue().matches(declared))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean word(String text, String member) {
    return text.matches("(?s).*\\b" + member + "\\b.*");
  }
}
