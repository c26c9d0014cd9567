package dev.interleave.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the rules look at. */
final class House {
  private static final List<String> MODULES = List.of("kernel", "drivers", "sim", "src-test");

  /** All classes of ours; to read them takes a while, and so it is done once. */
  private static final JavaClasses ALL = new ClassFileImporter().importPackages("dev.interleave");

  private static final DescribedPredicate<JavaClass> OF_TESTS =
      DescribedPredicate.describe("are of the tests", House::isOfTests);

  private House() {}

  /** The classes of all modules, tests included. */
  static JavaClasses all() {
    return ALL;
  }

  /** The classes that ship, those of the test kit included. */
  static JavaClasses shipped() {
    return ALL.that(DescribedPredicate.not(OF_TESTS));
  }

  /** The classes of the tests. */
  static JavaClasses tests() {
    return ALL.that(OF_TESTS);
  }

  private static boolean isOfTests(JavaClass type) {
    return type.getSource().orElseThrow().getUri().toString().contains("/test-classes/");
  }

  /** The Java sources of all modules, tests included, relative to the checkout; sorted. */
  static List<Path> sources() {
    return MODULES.stream().flatMap(module -> below(top().resolve(module))).sorted().toList();
  }

  /** The top folder of the checkout. */
  static Path top() {
    Path here = Path.of("").toAbsolutePath();
    return Stream.iterate(here, folder -> folder != null, Path::getParent)
        .filter(folder -> MODULES.stream().allMatch(it -> Files.isDirectory(folder.resolve(it))))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not in a checkout: " + here));
  }

  private static Stream<Path> below(Path module) {
    try (Stream<Path> files = Files.walk(module.resolve("src"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/java/"))
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
