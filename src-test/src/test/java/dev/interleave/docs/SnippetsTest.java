package dev.interleave.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sim.cli.Cli;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Java that a page shows is a part of a file that is compiled: one of ours, or one that {@code
 * interleave new} writes. {@code ...} is left out; comments and the ends of lines do not matter.
 */
class SnippetsTest {
  @TempDir Path folder = Path.of("");

  @TestFactory
  Stream<DynamicTest> javaOfAPageIsCompiledSomewhere() {
    String compiled = compiled();
    return Page.all().stream()
        .flatMap(page -> page.fences("java").stream())
        .map(fence -> DynamicTest.dynamicTest(fence.toString(), () -> check(fence, compiled)));
  }

  private static void check(Fence fence, String compiled) {
    assertThat(parts(fence)).isNotEmpty();
    parts(fence).forEach(part -> assertThat(compiled.contains(part)).as(part).isTrue());
  }

  private static List<String> parts(Fence fence) {
    String text = String.join("\n", fence.body());
    return Stream.of(text.split("\\.\\.\\."))
        .map(SnippetsTest::bare)
        .map(part -> part.replaceAll("^}+", ""))
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static String bare(String java) {
    return java.replaceAll("//.*|(?s:/[*].*?[*]/)", "").replaceAll("\\s+", "");
  }

  private String compiled() {
    Cli.run("new", "driver", "Lamp", "--dir", folder.toString());
    Cli.run("new", "policy", "LeastServed", "--dir", folder.toString());
    return Stream.of("kernel", "drivers", "sim", "src-test")
        .map(module -> Page.top().resolve(module).resolve("src"))
        .map(SnippetsTest::text)
        .collect(Collectors.joining("\n", "", text(folder)));
  }

  private static String text(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(SnippetsTest::read)
          .collect(Collectors.joining("\n"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return bare(Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
