package dev.interleave.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is public has a comment. The build itself runs doclint on every file, and warnings fail
 * it; but there it does not ask for what is missing, since a tag for each parameter and result
 * would say again what the sentence above says.
 */
class PublicCommentsTest {
  /**
   * A constant of an enum; the head of a record, which the record's own comment describes; a test,
   * whose name is a fact.
   */
  private static final String NAMED_ENOUGH =
      "[A-Z][A-Z0-9_]*\\b.*|public \\w+ \\{|(@Test|default void \\w+\\(\\) \\{)";

  @TempDir Path folder = Path.of("");

  @Test
  void whatIsPublicHasAComment() throws IOException {
    List<Path> shipped =
        House.sources().stream().filter(file -> file.toString().contains("/src/main/")).toList();
    assertThat(shipped).hasSizeGreaterThan(300);
    assertThat(uncommented(shipped)).isEmpty();
  }

  @Test
  void whatHasNoneIsSeen() throws IOException {
    Path bare = folder.resolve("Bare.java");
    Files.writeString(bare, "/** A. */\npublic record Bare(int i) {\n  public void m() {}\n}\n");
    assertThat(uncommented(List.of(bare))).singleElement().asString().contains("Bare.java:3");
  }

  private static List<String> uncommented(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> bare = new ArrayList<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      Iterable<? extends JavaFileObject> sources = manager.getJavaFileObjectsFromPaths(files);
      JavacTask task = (JavacTask) compiler.getTask(null, manager, null, null, null, sources);
      PublicNames names = new PublicNames(DocTrees.instance(task));
      task.parse().forEach(file -> names.scan(file, bare));
    }
    return bare.stream().filter(it -> !line(it).matches(NAMED_ENOUGH)).toList();
  }

  private static String line(String place) {
    int colon = place.lastIndexOf(':');
    try {
      int number = Integer.parseInt(place.substring(colon + 1));
      return Files.readAllLines(Path.of(place.substring(0, colon))).get(number - 1).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
