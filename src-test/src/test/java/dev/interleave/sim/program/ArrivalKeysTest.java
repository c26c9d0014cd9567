package dev.interleave.sim.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interleave.kernel.Arrivals;
import dev.interleave.kernel.Part;
import dev.interleave.kernel.config.Mistake;
import dev.interleave.kernel.config.MistakesFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalKeysTest {

  @TempDir Path folder;

  @Test
  void withoutKeysItArrivesOnce() {
    assertThat(arrivals("")).isEqualTo(new Arrivals.Once());
  }

  @Test
  void everyBeginsAtStartAndGoesOnWithoutCount() {
    assertThat(arrivals("every = 10 ms")).isEqualTo(new Arrivals.Every(ms(0), ms(10), 0));
    assertThat(arrivals("every = 10 ms, start = 3 ms, count = 4"))
        .isEqualTo(new Arrivals.Every(ms(3), ms(10), 4));
  }

  @Test
  void poissonHasAMean() {
    assertThat(arrivals("poisson = 10 ms, count = 4")).isEqualTo(new Arrivals.Poisson(ms(10), 4));
  }

  @Test
  void countAloneIsThatManyAtOnce() {
    assertThat(arrivals("count = 4")).isEqualTo(new Arrivals.Every(ms(0), ms(0), 4));
    assertThat(arrivals("start = 2 ms")).isEqualTo(new Arrivals.Every(ms(2), ms(0), 1));
  }

  @Test
  void aFileOfTimesIsReadAndShiftedAndCut() throws IOException {
    Path file = file("time,what\n# a comment\n0.25,first\n\n250 ms\n1\n2 s\n");
    assertThat(arrivals("trace = \"" + file + "\""))
        .isEqualTo(new Arrivals.Trace(List.of(ms(250), ms(250), ms(1000), ms(2000))));
    assertThat(arrivals("trace = \"" + file + "\", start = 5 ms, count = 3"))
        .isEqualTo(new Arrivals.Trace(List.of(ms(255), ms(255), ms(1005))));
  }

  @Test
  void mistakesInAFileOfTimesHaveItsLines() throws IOException {
    Path file = file("1\nsoon\n0.5\n3 parsecs\n");
    assertThat(headlines("trace = \"" + file + "\""))
        .containsExactly(
            file + ":2: an arrival time must be a duration such as 4 ms, not 'soon'",
            file + ":3: this arrival is before the one above it",
            file
                + ":4: an arrival time must be a duration such as 4 ms, not 3 parsecs"
                + " (units are ns, us, ms, s, m, h, d)");
  }

  @Test
  void aFileWithoutTimesOrThatIsNotThereIsAMistakeOfTheLineThatNamesIt() throws IOException {
    Path empty = file("time\n");
    assertThat(headlines("trace = \"" + empty + "\""))
        .containsExactly("stdin:2: there is no time in " + empty);
    assertThat(headlines("trace = nowhere.csv"))
        .containsExactly("stdin:2: there is no file nowhere.csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          every = 0 ms | every of program p must be a duration above 0, such as 4 ms, not 0 ms
          count = 0 | count of program p must be a whole number of at least 1, not 0
          every = 1 ms, poisson = 1 ms | program p has every and poisson: only one can say when its instances start
          poisson = 1 ms, start = 1 s | start of program p does not go with poisson, which begins at boot
          """)
  void oneMistake(String keys, String problem) {
    assertThat(headlines(keys)).containsExactly("stdin:2: " + problem);
  }

  @Test
  void responseIsMeasuredFromTheArrivalAlsoWhenTheCoreIsBusy() {
    ScenarioRun run =
        ScenarioRun.simulated(
            "programs { p { every = 1 ms, count = 3, steps = [ { compute = 2 ms } ] } }");
    assertThat(run.samples("p.0.response")).containsExactly(ms(2));
    assertThat(run.samples("p.1.response")).containsExactly(ms(3));
    assertThat(run.samples("p.2.response")).containsExactly(ms(4));
  }

  private Path file(String text) throws IOException {
    Path file = Files.createTempFile(folder, "arrivals", ".csv");
    return Files.writeString(file, text);
  }

  private static Arrivals arrivals(String keys) {
    Part part = ScenarioRun.load(scenario(keys)).plan().parts().get(0);
    return ((Part.ProgramPart) part).arrivals();
  }

  private static List<String> headlines(String keys) {
    MistakesFound found =
        catchThrowableOfType(MistakesFound.class, () -> ScenarioRun.load(scenario(keys)));
    return found.mistakes().stream().map(Mistake::headline).toList();
  }

  private static String scenario(String keys) {
    return "programs { p { steps = [ { sleep = 1 ms } ]\n" + keys + "\n} }";
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }
}
