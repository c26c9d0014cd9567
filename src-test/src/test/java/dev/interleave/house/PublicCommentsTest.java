package dev.interleave.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is public has a comment: doclint says so. The build itself runs doclint on every file,
 * and warnings fail it; but there it does not ask for what is missing, since a tag for each
 * parameter and result would say again what the sentence above says.
 */
class PublicCommentsTest {
  /**
   * A constant of an enum; the head of a record, which the record's own comment describes; a test,
   * whose name is a fact.
   */
  private static final String NAMED_ENOUGH =
      "[A-Z][A-Z0-9_]*\\b.*|public \\w+ \\{|default void \\w+\\(\\) \\{";

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
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<String> options =
        List.of("-proc:none", "-Xdoclint:missing/public", "-Xmaxwarns", "100000");
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
      Iterable<? extends JavaFileObject> sources = manager.getJavaFileObjectsFromPaths(files);
      JavacTask task = (JavacTask) compiler.getTask(null, manager, said, options, null, sources);
      task.analyze();
    }
    return said.getDiagnostics().stream()
        .filter(it -> it.getMessage(Locale.ROOT).contains("no comment"))
        .filter(it -> !line(it).matches(NAMED_ENOUGH))
        .map(it -> it.getSource().getName() + ":" + it.getLineNumber() + ": " + line(it))
        .toList();
  }

  private static String line(Diagnostic<? extends JavaFileObject> diagnostic) {
    try {
      String text = diagnostic.getSource().getCharContent(true).toString();
      return text.lines().toList().get((int) diagnostic.getLineNumber() - 1).strip();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
