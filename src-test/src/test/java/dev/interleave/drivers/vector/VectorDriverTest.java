package dev.interleave.drivers.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.drivers.Dialogue;
import dev.interleave.drivers.Dialogue.Question;
import dev.interleave.drivers.vector.VectorDriver.DotProduct;
import dev.interleave.drivers.vector.VectorDriver.Failed;
import dev.interleave.drivers.vector.VectorDriver.Operation;
import dev.interleave.drivers.vector.VectorDriver.Result;
import dev.interleave.drivers.vector.VectorDriver.Sum;
import dev.interleave.sim.program.ScenarioRun;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VectorDriverTest {

  private static final String FREE = "setup-cost = 0 us, cost-per-element = 20 ns";

  @ParameterizedTest
  @ValueSource(strings = {"one-thread", "multicore", "simulated"})
  void resultsAreExactOnEveryDispatcher(String dispatcher) {
    Dialogue dialogue =
        ask(
            dispatcher,
            "",
            sum(1_000_000),
            to -> new DotProduct(1_000_000, to.narrow()),
            to -> new VectorDriver.Map(Operation.SQUARE, 1000, to.narrow()),
            to -> new VectorDriver.Map(Operation.NEGATE, 10, to.narrow()),
            to -> new VectorDriver.Map(Operation.INCREMENT, 10, to.narrow()));
    assertThat(dialogue.replies())
        .extracting(reply -> ((Result) reply).value())
        .containsExactly(500_000_500_000L, 750_000_500_000L, 333_833_500L, -55L, 65L);
    assertThat(dialogue.run().text("vector.result")).isEqualTo("65");
    assertThat(dialogue.run().count("vector.jobs")).isEqualTo(5);
    assertThat(dialogue.run().drops()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 20", "2, 10", "3, 10", "4, 5", "8, 5"})
  void theMakespanIsThatOfTheBusiestCore(int cores, long millis) {
    ScenarioRun run =
        ScenarioRun.simulated(
            scenario("lanes = 4, yield = off, " + FREE, "dot-product { elements = 1000000 }"),
            "dispatcher.cores=" + cores);
    assertThat(run.samples("vector.elapsed")).containsExactly(Duration.ofMillis(millis));
    assertThat(run.elapsed()).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 64})
  void everyNumberOfLanesHasTheSameResult(int lanes) {
    assertThat(ask("simulated", "chunk = 1000, lanes = " + lanes, sum(123_457)).replies())
        .first()
        .isInstanceOfSatisfying(
            Result.class,
            it -> {
              assertThat(it.value()).isEqualTo(7_620_877_153L);
              assertThat(it.parts()).isEqualTo(lanes);
            });
  }

  @Test
  void aJobHasNoMorePartsThanElements() {
    assertThat(ask("simulated", "cost-per-element = 0 ns", sum(2), sum(0)).replies())
        .containsExactly(
            new Result(3, 2, Duration.ofNanos(10_000)), new Result(0, 1, Duration.ofNanos(10_000)));
  }

  @Test
  void aResultThatDoesNotFitIsAnsweredInWordsAtOnce() {
    Dialogue dialogue =
        ask(
            "simulated",
            "",
            sum(4_294_967_296L),
            sum(-1),
            to -> new VectorDriver.Map(Operation.SQUARE, 3_024_617, to.narrow()));
    assertThat(dialogue.replies())
        .containsExactly(
            new Failed("1 + ... + 4294967296 does not fit in 64 bits (the most is 4294967295)"),
            new Failed("a vector cannot have -1 elements"),
            new Failed(
                "the checksum of 3024617 elements does not fit in 64 bits"
                    + " (the most is 3024616)"));
    assertThat(dialogue.run().elapsed()).isZero();
  }

  @Test
  void jobsWaitInOrderAndOneTooManyIsRefused() {
    ScenarioRun run =
        ScenarioRun.simulated(
            """
            drivers { vector { type = vector, lanes = 1, queue = 2, yield = off,
                               setup-cost = 0 us, cost-per-element = 1 us } }
            programs { p { uses = [vector], count = 5, every = 1 us,
                           steps = [ { ask = vector, sum { n = 10000 } } ] } }
            """,
            "dispatcher.cores=2");
    assertThat(run.count("vector.refused")).isEqualTo(2);
    assertThat(run.samples("vector.queued"))
        .containsExactly(Duration.ZERO, micros(9_999), micros(19_998));
    assertThat(run.samples("vector.elapsed")).containsOnly(Duration.ofMillis(10));
  }

  @Test
  void withoutYieldAPartIsOneTurn() {
    String job = "sum { n = 100000000 }";
    String beside = "tick { every = 10 ms, count = 20, steps = [ { compute = 1 us } ] }";
    ScenarioRun starving =
        ScenarioRun.simulated(scenario("lanes = 1, yield = off, " + FREE, job, beside));
    ScenarioRun yielding =
        ScenarioRun.simulated(
            scenario("lanes = 1, yield = on, chunk = 50000, " + FREE, job, beside));
    for (int i = 1; i < 20; i++) {
      String response = "tick." + i + ".response";
      // one that comes at i * 10 ms waits for the end of the job at 2 s, or of a chunk of 1 ms
      assertThat(starving.samples(response).get(0)).isGreaterThan(sec(1));
      assertThat(yielding.samples(response)).hasSize(1);
      assertThat(yielding.samples(response).get(0)).isLessThanOrEqualTo(micros(1_001));
    }
  }

  @Test
  void aMistakeInARequestIsAMistakeOfTheFile() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> ScenarioRun.load(scenario("lanes = 0", "sum { n = -1 }"))))
        .hasMessageContaining("lanes")
        .hasMessageContaining("n of");
  }

  private static Dialogue ask(String dispatcher, String settings, Question... questions) {
    String text = "drivers { vector { type = vector, " + settings + " } }\n";
    return Dialogue.on(dispatcher, text, "vector", List.of(questions));
  }

  private static Question sum(long n) {
    return to -> new Sum(n, to.narrow());
  }

  private static String scenario(String settings, String request, String... more) {
    return "drivers { vector { type = vector, "
        + settings
        + " } }\n"
        + "programs { p { uses = [vector], steps = [ { ask = vector, "
        + request
        + " } ] }\n"
        + String.join("\n", more)
        + " }\n";
  }

  private static Duration sec(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static Duration micros(long micros) {
    return Duration.ofNanos(micros * 1000);
  }
}
