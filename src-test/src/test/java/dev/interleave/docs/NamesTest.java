package dev.interleave.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a page names is there: files, packages, classes and their members, other pages. */
class NamesTest {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
  private static final Pattern DRAWN = Pattern.compile("\\b[A-Z][a-z]+[A-Z]\\w*(\\.\\w+)?");
  private static final Pattern JAVA = Pattern.compile("([a-z]\\w*\\.)*[A-Z]\\w*(\\.\\w+)?");
  private static final Pattern OURS =
      Pattern.compile(
          "(dev\\.interleave|kernel|drivers|sim)(\\.[a-z]\\w*)+(\\.[A-Z]\\w*)?(\\.\\w+)?");
  private static final Pattern FILE =
      Pattern.compile("(kernel|drivers|sim|src-test|dist|config|docs|\\.ci)/[\\w./-]*");

  private final Sources sources = Sources.all();

  private static Stream<String> prose(Page page) {
    List<Fence> fences = page.fences();
    return Stream.iterate(0, i -> i < page.lines().size(), i -> i + 1)
        .filter(i -> fences.stream().noneMatch(fence -> fence.covers(i + 1)))
        .map(page.lines()::get);
  }

  private static List<String> found(Pattern pattern, Stream<String> lines) {
    return lines
        .flatMap(line -> pattern.matcher(line).results())
        .map(match -> match.group(match.groupCount() == 1 ? 1 : 0))
        .toList();
  }

  private static List<String> code(Page page) {
    return found(CODE, prose(page));
  }

  @Test
  void theArchitectureNamesPackagesClassesAndMembersThatThereAre() {
    Page page = page("ARCHITECTURE.md");
    assertThat(code(page))
        .filteredOn(name -> JAVA.matcher(name).matches())
        .hasSizeGreaterThan(50)
        .allSatisfy(name -> assertThat(sources.have(name)).as(name).isTrue());
  }

  @Test
  void itsDrawingNamesClassesThatThereAre() {
    Stream<String> drawn =
        page("ARCHITECTURE.md").fences("").stream().flatMap(it -> it.body().stream());
    assertThat(drawn.flatMap(line -> DRAWN.matcher(line).results()).map(MatchResult::group))
        .hasSizeGreaterThan(5)
        .allSatisfy(name -> assertThat(sources.have(name)).as(name).isTrue());
  }

  @Test
  void qualifiedNamesOfAnyPageAreThere() {
    assertThat(Page.all())
        .allSatisfy(
            page ->
                assertThat(code(page))
                    .filteredOn(name -> OURS.matcher(name).matches() && !isFileOrSetting(name))
                    .allSatisfy(name -> assertThat(sources.have(name)).as(name).isTrue()));
  }

  private static boolean isFileOrSetting(String name) {
    return name.matches(".*\\.(conf|md|jar|xml)|dev\\.interleave\\.simulated");
  }

  @Test
  void filesThatAPageNamesAreThere() {
    assertThat(Page.all())
        .allSatisfy(
            page ->
                assertThat(code(page))
                    .filteredOn(name -> FILE.matcher(name).matches() && !name.contains("target"))
                    .allSatisfy(name -> assertThat(Page.top().resolve(name)).exists()));
  }

  @Test
  void linksLeadSomewhere() {
    assertThat(Page.all())
        .allSatisfy(
            page ->
                assertThat(found(LINK, prose(page)))
                    .filteredOn(link -> !link.startsWith("http"))
                    .allSatisfy(link -> assertThat(leads(page, link)).as(link).isTrue()));
  }

  private static boolean leads(Page from, String link) {
    String[] parts = link.split("#", 2);
    Path file =
        parts[0].isEmpty()
            ? from.file()
            : Path.of("/").resolve(from.file()).resolveSibling(parts[0]).normalize();
    Path target = Page.top().resolve(Path.of("/").relativize(Path.of("/").resolve(file)));
    return Files.exists(target)
        && (parts.length == 1
            || headings(page(Page.top().relativize(target).toString())).contains(parts[1]));
  }

  private static List<String> headings(Page page) {
    return page.lines().stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceAll("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\w -]", "").replace(' ', '-'))
        .toList();
  }

  private static Page page(String file) {
    return Page.all().stream()
        .filter(page -> page.file().toString().equals(file))
        .findFirst()
        .orElseThrow(() -> new AssertionError(file));
  }

  @Test
  void aNameThatIsNotThereIsSeen() {
    assertThat(sources.have("Bookkeeping.deliver")).isTrue();
    assertThat(sources.have("kernel.dispatch")).isTrue();
    assertThat(sources.have("Bookkeeping.deliverTwice")).isFalse();
    assertThat(sources.have("drivers.Bookkeeping")).isFalse();
    assertThat(sources.have("kernel.nothing")).isFalse();
  }
}
