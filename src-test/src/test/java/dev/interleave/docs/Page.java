package dev.interleave.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of Markdown.
 *
 * @param file relative to the checkout
 * @param lines its text
 */
record Page(Path file, List<String> lines) {

  /** All of them: those at the top of the checkout, and those below {@code docs}. */
  static List<Page> all() {
    return Stream.of(files(top(), 1), files(top().resolve("docs"), 9))
        .flatMap(List::stream)
        .map(Page::of)
        .toList();
  }

  private static List<Path> files(Path folder, int depth) {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Page of(Path file) {
    try {
      return new Page(top().relativize(file), Files.readAllLines(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The top folder of the checkout. */
  static Path top() {
    Path here = Path.of("").toAbsolutePath();
    return Stream.iterate(here, folder -> folder != null, Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("ARCHITECTURE.md")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not in a checkout: " + here));
  }

  /** What is between pairs of {@code ```}, in order. */
  List<Fence> fences() {
    List<Fence> fences = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("```")) {
        int end = end(i);
        fences.add(new Fence(this, i + 1, lines.get(i).substring(3), lines.subList(i + 1, end)));
        i = end;
      }
    }
    return fences;
  }

  private int end(int begin) {
    int end = begin + 1;
    while (!lines.get(end).equals("```")) {
      end++;
    }
    return end;
  }

  /** The fences in {@code language}. */
  List<Fence> fences(String language) {
    return fences().stream().filter(fence -> fence.language().equals(language)).toList();
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
