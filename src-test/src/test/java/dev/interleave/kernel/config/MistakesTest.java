package dev.interleave.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MistakesTest {

  private final Mistakes mistakes = new Mistakes();

  private Source source(String name, Source.Kind kind, String text) {
    Source source = new Source(name, kind, text, Optional.empty(), Optional.empty());
    mistakes.sources().add(source);
    return source;
  }

  private Source file(String text) {
    return source("lab.conf", Source.Kind.FILE, text);
  }

  private String shown() {
    return new MistakesFound("lab.conf", mistakes.all()).getMessage();
  }

  @Test
  void theLineIsQuotedAndTheWordUnderlined() {
    Source file = file("a\n  policy { type = round-robin, quantom = 4 ms }\n");
    mistakes.add(new Place(file, 2), "unknown setting 'quantom'", "quantom");
    assertThat(shown())
        .isEqualTo(
            """
            lab.conf:2: unknown setting 'quantom'
                policy { type = round-robin, quantom = 4 ms }
                                             ^^^^^^^
            lab.conf: 1 mistake, nothing was started\
            """);
  }

  @Test
  void theyAreInTheOrderOfTheFile() {
    Source file = file("one\ntwo");
    mistakes.add(new Place(file, 2), "b", "");
    mistakes.add(new Place(file, 1), "a", "");
    assertThat(shown())
        .isEqualTo(
            """
            lab.conf:1: a
                one
            lab.conf:2: b
                two
            lab.conf: 2 mistakes, nothing was started\
            """);
  }

  @Test
  void aLineIsQuotedOnceForAllItsMistakes() {
    Source file = file("one");
    mistakes.add(new Place(file, 1), "b", "");
    mistakes.add(new Place(file, 1), "a", "one");
    assertThat(shown())
        .isEqualTo(
            """
            lab.conf:1: b
                one
            lab.conf:1: a
            lab.conf: 2 mistakes, nothing was started\
            """);
  }

  @Test
  void whatAnIncludedFileSaysStandsWhereItIsIncluded() {
    Source file = file("one\ninclude\nthree");
    Place include = new Place(file, 2);
    Source included =
        new Source("b.conf", Source.Kind.FILE, "x", Optional.empty(), Optional.of(include));
    mistakes.sources().add(included);
    mistakes.add(new Place(file, 3), "after", "");
    mistakes.add(new Place(included, 1), "inside", "");
    mistakes.add(new Place(file, 1), "before", "");
    assertThat(mistakes.all())
        .extracting(Mistake::headline)
        .containsExactly("lab.conf:1: before", "b.conf:1: inside", "lab.conf:3: after");
  }

  @Test
  void overridesFollowTheFiles() {
    Source set = source("--set a", Source.Kind.OVERRIDE, "a=1");
    mistakes.add(new Place(set, 1), "second", "1");
    mistakes.add(new Place(file("x"), 1), "first", "");
    assertThat(shown())
        .isEqualTo(
            """
            lab.conf:1: first
                x
            --set a: second
                a=1
                  ^
            lab.conf: 2 mistakes, nothing was started\
            """);
  }

  @Test
  void theSameMistakeIsToldOnce() {
    Source file = file("x");
    mistakes.add(new Place(file, 1), "same", "");
    mistakes.add(new Place(file, 1), "same", "");
    assertThat(mistakes.all()).hasSize(1);
  }

  @Test
  void onlyWholeWordsAreUnderlined() {
    assertThat(Quote.of("abcd ab-c ab", "ab").column()).isEqualTo(10);
    assertThat(Quote.of("abcd", "ab").length()).isZero();
  }

  @Test
  void aLongLineIsCutAroundTheWord() {
    Quote quote = Quote.of("x ".repeat(1_000) + "here" + " y".repeat(1_000), "here");
    assertThat(quote.text()).hasSizeLessThan(120).startsWith("...").endsWith("...");
    assertThat(quote.text().substring(quote.column(), quote.column() + quote.length()))
        .isEqualTo("here");
  }

  @Test
  void nothingThatATerminalObeysIsShown() {
    assertThat(Quote.of("a\u001b[31m\tb\u202e\u0007c", "").text()).isEqualTo("a [31m b  c");
    assertThat(Quote.of("a\u0007", "\u0007").length()).isZero();
  }

  @Test
  void aMessageIsOneLineOfSensibleLength() {
    mistakes.add("lab.conf", "a\u001b[31m\nb" + "c".repeat(10_000));
    assertThat(mistakes.all().get(0).problem()).startsWith("a [31m b").hasSizeLessThan(600);
  }

  @Test
  void whatIsNearIsSuggested() {
    List<String> names = List.of("quantum", "keyboard", "k", "fifo");
    assertThat(Nearest.to("quantom", names)).contains("quantum");
    assertThat(Nearest.to("keybaord", names)).contains("keyboard");
    assertThat(Nearest.to("FIFO", names)).contains("fifo");
    assertThat(Nearest.to("d", names)).isEmpty();
    assertThat(Nearest.to("nothing", names)).isEmpty();
    assertThat(Nearest.hintOrList("nothing", names))
        .isEqualTo(" (there are: quantum, keyboard, k, fifo)");
  }

  @Test
  void namesAreKebabCase() {
    assertThat(KebabCase.of("DotProduct")).isEqualTo("dot-product");
    assertThat(KebabCase.of("drawACow")).isEqualTo("draw-a-cow");
    assertThat(KebabCase.of("TCPPing")).isEqualTo("tcp-ping");
    assertThat(KebabCase.of("p99Max")).isEqualTo("p99-max");
    assertThat(KebabCase.of("lane2")).isEqualTo("lane2");
  }
}
