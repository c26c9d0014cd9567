// Long: one test for each thing that a file can say wrongly.
package dev.interleave.kernel.config;

import static dev.interleave.kernel.config.Reading.bound;
import static dev.interleave.kernel.config.Reading.mistakes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinderTest {

  enum Overflow {
    DROP_NEWEST,
    BLOCK,
    ON
  }

  record Whole(int value) {}

  record Large(long value) {}

  record Fraction(@Range(min = 0, max = 1) double value) {}

  record Cores(@Positive int value) {}

  record Limit(@Range(min = 3) int value) {}

  record Wait(Duration value) {}

  record Slice(@Positive Duration value) {}

  record Size(Bytes value) {}

  record Switch(boolean value) {}

  record Text(String value) {}

  record Choice(Overflow value) {}

  record Maybe(Optional<Duration> value) {}

  record Names(List<String> value) {}

  record Costs(Map<String, Duration> value) {}

  record Script(Path value) {}

  record Link(Duration latency, @Range(min = 0, max = 1) double loss) {}

  record Network(Link link, int maxFrames) {}

  sealed interface Origin {
    record Stdin() implements Origin {}

    record Synthetic(int wordsPerMinute) implements Origin {}
  }

  record Keyboard(Origin source) {}

  record Window(int low, int high) {
    Window {
      if (low > high) {
        throw new IllegalArgumentException("high must be at least low, " + low + ", not " + high);
      }
    }
  }

  record Broken(int value) {
    Broken {
      throw new IllegalStateException("unlucky");
    }
  }

  record Unbindable(Thread value) {}

  @Test
  void componentsBindByKebabCaseName() {
    assertThat(bound(Network.class, "{ link { latency = 1 ms, loss = 0.5 }, max-frames = 3 }"))
        .isEqualTo(new Network(new Link(Duration.ofMillis(1), 0.5), 3));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-7, -7", "1e3, 1000", "2147483647, 2147483647", "3.0, 3"})
  void wholeNumbersAreExact(String written, int value) {
    assertThat(bound(Whole.class, "{ value = " + written + " }").value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "2.5", "1e-3"})
  void whatIsNoWholeNumberIsRefused(String written) {
    assertThat(mistakes(Whole.class, "{ value = " + written + " }"))
        .singleElement()
        .asString()
        .startsWith("lab.conf:1: value of it must be a whole number, not " + written)
        .doesNotContain("'");
  }

  @Test
  void theExtentIsToldOnlyWhereTheRangeDoesNotSayIt() {
    assertThat(mistakes(Limit.class, "{ value = 99999999999 }"))
        .containsExactly(
            "lab.conf:1: value of it must be a whole number of at least 3 and at most 2147483647,"
                + " not 99999999999");
    assertThat(mistakes(Limit.class, "{ value = -99999999999 }"))
        .containsExactly(
            "lab.conf:1: value of it must be a whole number of at least 3, not -99999999999");
  }

  @Test
  void whatDoesNotFitIsRefusedWithTheExtent() {
    assertThat(mistakes(Whole.class, "{ value = 2147483648 }"))
        .containsExactly(
            "lab.conf:1: value of it must be a whole number"
                + " between -2147483648 and 2147483647, not 2147483648");
    assertThat(bound(Large.class, "{ value = -9223372036854775808 }").value())
        .isEqualTo(Long.MIN_VALUE);
    assertThat(mistakes(Large.class, "{ value = 9223372036854775808 }")).hasSize(1);
    assertThat(mistakes(Large.class, "{ value = 1e999999999 }")).hasSize(1);
  }

  @Test
  void numbersAreHeldToTheirRange() {
    assertThat(mistakes(Fraction.class, "{ value = 1.5 }"))
        .containsExactly("lab.conf:1: value of it must be a number from 0 to 1, not 1.5");
    assertThat(mistakes(Cores.class, "{ value = -3 }"))
        .containsExactly("lab.conf:1: value of it must be a whole number above 0, not -3");
    assertThat(mistakes(Limit.class, "{ value = 2 }"))
        .containsExactly("lab.conf:1: value of it must be a whole number of at least 3, not 2");
  }

  @Test
  void fractionsMayBePercentages() {
    assertThat(bound(Fraction.class, "{ value = 1 % }").value()).isEqualTo(0.01);
    assertThat(bound(Fraction.class, "{ value = \"12.5%\" }").value()).isEqualTo(0.125);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e400", "x"})
  void whatIsNoFiniteNumberIsRefused(String written) {
    assertThat(mistakes(Fraction.class, "{ value = " + written + " }")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "4 ms, 4000000",
    "4ms, 4000000",
    "1.5 s, 1500000000",
    "1e3 us, 1000000",
    "2 minutes, 120000000000",
    "1 d, 86400000000000",
    "0.000001 ms, 1",
    "0, 0",
    "0 s, 0",
    "146 years, 4604256000000000000"
  })
  void durationsAreExactNanoseconds(String written, long nanos) {
    assertThat(bound(Wait.class, "{ value = " + written + " }").value().toNanos()).isEqualTo(nanos);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "5|5 (it needs a unit: ns, us, ms, s, m, h, d)",
        "-4 ms|-4 ms (it cannot be negative)",
        "1e30 s|1e30 s (the most is 146 years)",
        "300 years|300 years (the most is 146 years)",
        "0.5 ns|0.5 ns (the least unit is a whole ns)",
        "5 parsecs|5 parsecs (units are ns, us, ms, s, m, h, d)",
        "fast|'fast'",
        "true|true",
        "NaN|NaN",
        "\"\"|an empty text",
        "[]|a list",
        "{}|a block"
      })
  void whatIsNoDurationIsRefused(String written, String told) {
    assertThat(mistakes(Wait.class, "{ value = " + written + " }"))
        .containsExactly("lab.conf:1: value of it must be a duration such as 4 ms, not " + told);
  }

  @Test
  void aPositiveDurationIsAboveZero() {
    assertThat(mistakes(Slice.class, "{ value = 0 ms }"))
        .containsExactly(
            "lab.conf:1: value of it must be a duration above 0, such as 4 ms, not 0 ms");
  }

  @ParameterizedTest
  @CsvSource({
    "64 KiB, 65536",
    "64kB, 64000",
    "1.5 MiB, 1572864",
    "0, 0",
    "7 B, 7",
    "2 GiB, 2147483648"
  })
  void sizesAreExactBytes(String written, long bytes) {
    assertThat(bound(Size.class, "{ value = " + written + " }").value())
        .isEqualTo(new Bytes(bytes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "64|64 (it needs a unit: B, kB, KiB, MB, MiB, GB, GiB)",
        "-1 B|-1 B",
        "0.5 B|0.5 B",
        "1e30 TiB|1e30 TiB",
        "3 acres|3 acres"
      })
  void whatIsNoSizeIsRefused(String written, String told) {
    assertThat(mistakes(Size.class, "{ value = " + written + " }"))
        .containsExactly("lab.conf:1: value of it must be a size such as 64 KiB, not " + told);
  }

  @ParameterizedTest
  @CsvSource({"on, true", "true, true", "yes, true", "off, false", "false, false", "no, false"})
  void switchesAreOnOrOff(String written, boolean value) {
    assertThat(bound(Switch.class, "{ value = " + written + " }").value()).isEqualTo(value);
  }

  @Test
  void whatIsNoSwitchIsRefused() {
    assertThat(mistakes(Switch.class, "{ value = 1 }"))
        .containsExactly("lab.conf:1: value of it must be on or off, not 1");
  }

  @Test
  void textsAreTakenAsTheyAreWritten() {
    assertThat(bound(Text.class, "{ value = 1.50 }").value()).isEqualTo("1.50");
    assertThat(bound(Text.class, "{ value = \" a  b \" }").value()).isEqualTo(" a  b ");
    assertThat(bound(Text.class, "{ value = \"\" }").value()).isEmpty();
    assertThat(mistakes(Text.class, "{ value = [] }"))
        .containsExactly("lab.conf:1: value of it must be a text, not a list");
  }

  @Test
  void constantsAreKebabCase() {
    assertThat(bound(Choice.class, "{ value = drop-newest }").value())
        .isEqualTo(Overflow.DROP_NEWEST);
    assertThat(bound(Choice.class, "{ value = true }").value()).isEqualTo(Overflow.ON);
    assertThat(mistakes(Choice.class, "{ value = drop-newst }"))
        .containsExactly(
            "lab.conf:1: value of it must be one of drop-newest, block, on,"
                + " not 'drop-newst'; did you mean 'drop-newest'?");
  }

  @Test
  void anOptionalSettingMayBeLeftOutOrNull() {
    assertThat(bound(Maybe.class, "{}").value()).isEmpty();
    assertThat(bound(Maybe.class, "{ value = null }").value()).isEmpty();
    assertThat(bound(Maybe.class, "{ value = 1 s }").value()).contains(Duration.ofSeconds(1));
  }

  @Test
  void aSettingWithoutValueIsMissing() {
    String missing = "lab.conf:1: it needs the setting value, a duration such as 4 ms";
    assertThat(mistakes(Wait.class, "{}")).containsExactly(missing);
    assertThat(mistakes(Wait.class, "{ value = null }")).containsExactly(missing);
  }

  @Test
  void listsNameTheElementThatIsWrong() {
    assertThat(bound(Names.class, "{ value = [a, b] }").value()).containsExactly("a", "b");
    assertThat(mistakes(Names.class, "{ value = [a, {}] }"))
        .containsExactly("lab.conf:1: element 2 of value of it must be a text, not a block");
    assertThat(mistakes(Names.class, "{ value = a }"))
        .containsExactly("lab.conf:1: value of it must be a list such as [a, b], not 'a'");
  }

  @Test
  void mapsKeepTheOrderOfTheFile() {
    String costs = "{ value { zebra = 1 ms, apple = 2 ms\n mango = 3 ms, \"b c\" = 4 ms } }";
    assertThat(bound(Costs.class, costs).value().keySet())
        .containsExactly("zebra", "apple", "mango", "b c");
    assertThat(mistakes(Costs.class, "{ value { a = 1 } }"))
        .containsExactly(
            "lab.conf:1: a of value of it must be a duration such as 4 ms, not 1"
                + " (it needs a unit: ns, us, ms, s, m, h, d)");
  }

  @Test
  void pathsAreRelativeToTheFile() {
    assertThat(bound(Script.class, "{ value = keys.txt }").value())
        .isEqualTo(Path.of("keys.txt").toAbsolutePath());
    assertThat(bound(Script.class, "{ value = /keys.txt }").value())
        .isEqualTo(Path.of("/keys.txt"));
  }

  @Test
  void aSealedInterfaceIsChosenByType() {
    assertThat(bound(Keyboard.class, "{ source { type = synthetic, words-per-minute = 40 } }"))
        .isEqualTo(new Keyboard(new Origin.Synthetic(40)));
    assertThat(bound(Keyboard.class, "{ source = stdin }"))
        .isEqualTo(new Keyboard(new Origin.Stdin()));
  }

  @Test
  void anUnknownChoiceIsRefused() {
    assertThat(mistakes(Keyboard.class, "{ source { type = stdim } }"))
        .containsExactly(
            "lab.conf:1: type of source of it must be one of stdin, synthetic,"
                + " not 'stdim'; did you mean 'stdin'?");
    assertThat(mistakes(Keyboard.class, "{ source {} }"))
        .containsExactly("lab.conf:1: source of it needs a type, one of stdin, synthetic");
  }

  @Test
  void anUnknownSettingGetsASuggestionOrWhatThereIs() {
    assertThat(
            mistakes(
                Network.class, "{ link { latency = 1 ms, loss = 0 }, max-frames = 3, lnik = 4 }"))
        .containsExactly("lab.conf:1: unknown setting 'lnik' of it; did you mean 'link'?");
    assertThat(mistakes(Whole.class, "{ value = 3, colour = red }"))
        .containsExactly("lab.conf:1: unknown setting 'colour' of it (there are: value)");
  }

  @Test
  void whatACompactConstructorRefusesIsToldInTheLineOfTheSetting() {
    assertThat(mistakes(Window.class, "{\n low = 4\n high = 3\n}"))
        .containsExactly("lab.conf:3: it: high must be at least low, 4, not 3");
  }

  @Test
  void aConstructorThatThrowsIsNamed() {
    assertThat(mistakes(Broken.class, "{ value = 3 }"))
        .singleElement()
        .asString()
        .contains("BinderTest$Broken throws java.lang.IllegalStateException: unlucky");
  }

  @Test
  void allMistakesAreToldAtOnce() {
    assertThat(
            mistakes(
                Network.class, "{\n link { latency = 4\n loss = 7\n los = 1 }\n max-frames = x }"))
        .containsExactly(
            "lab.conf:2: latency of link of it must be a duration such as 4 ms, not 4"
                + " (it needs a unit: ns, us, ms, s, m, h, d)",
            "lab.conf:3: loss of link of it must be a number from 0 to 1, not 7",
            "lab.conf:4: unknown setting 'los' of link of it; did you mean 'loss'?",
            "lab.conf:5: max-frames of it must be a whole number, not 'x'");
  }

  @Test
  void aRecordThatNoFileCanGiveIsABugOfItsAuthor() {
    assertThatThrownBy(() -> bound(Unbindable.class, "{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no setting can be a java.lang.Thread");
  }
}
