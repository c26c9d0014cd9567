package dev.interleave.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every source file. */
class SourcesTest {
  private static final int LONG = 300;
  private static final String REASON = "// Long: ";

  @Test
  void aFileIsShortOrBeginsWithTheReasonWhyNot() {
    assertThat(House.sources())
        .isNotEmpty()
        .filteredOn(file -> lines(file).size() > LONG)
        .allSatisfy(file -> assertThat(lines(file).get(0)).as("%s", file).startsWith(REASON));
  }

  @Test
  void everyPackageSaysWhatLivesThereAndIsNullMarked() {
    assertThat(House.sources().stream().map(Path::getParent).distinct().toList())
        .filteredOn(SourcesTest::isNotTheTestsOfAShippedPackage)
        .allSatisfy(
            folder ->
                assertThat(folder.resolve("package-info.java"))
                    .content()
                    .contains("/**", "@NullMarked"));
  }

  @Test
  void everyClassThatShipsHasAHeadline() {
    assertThat(House.sources())
        .filteredOn(file -> file.toString().contains("/src/main/"))
        .allSatisfy(file -> assertThat(file).content().contains("/**"));
  }

  /** A package is described once, where its classes ship. */
  private static boolean isNotTheTestsOfAShippedPackage(Path folder) {
    String text = folder.toString();
    String inside = text.substring(text.indexOf("/java/") + 1);
    return text.contains("/src/main/")
        || List.of("kernel", "drivers", "sim", "src-test").stream()
            .map(module -> House.top().resolve(module).resolve("src/main").resolve(inside))
            .noneMatch(Files::isDirectory);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
