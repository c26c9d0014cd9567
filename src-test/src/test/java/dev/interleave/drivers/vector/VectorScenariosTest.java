package dev.interleave.drivers.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Host;
import dev.interleave.kernel.runtime.Kernel;
import dev.interleave.sim.expect.Checked;
import dev.interleave.sim.metric.Tally;
import dev.interleave.sim.program.ScenarioRun;
import dev.interleave.sim.scenario.Scenario;
import dev.interleave.sim.scenario.Surroundings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped scenarios vector-split and yield, in their closed forms. */
class VectorScenariosTest {

  @ParameterizedTest
  @CsvSource({"1, 20", "2, 10", "3, 10", "4, 5", "8, 5"})
  void fourPartsTakeTheCeilingOfFourByCores(int cores, long millis) {
    assertThat(simulated("vector-split", "dispatcher.cores=" + cores).elapsed()).hasMillis(millis);
  }

  @ParameterizedTest
  @CsvSource({"1, 20000", "2, 10000", "5, 12000", "8, 10000", "10, 10000"})
  void anyNumberOfPartsOnTwoCores(int parts, long micros) {
    ScenarioRun run = simulated("vector-split", "let.parts=" + parts, "dispatcher.cores=2");
    assertThat(run.elapsed()).isEqualTo(Duration.ofNanos(micros * 1000));
    assertThat(run.text("vector.result")).isEqualTo("750000500000");
  }

  @Test
  void aKeyWaitsForTheRestOfAChunk() {
    List<Duration> waits = waits("let.chunk=50000");
    assertThat(waits).hasSize(199).allSatisfy(it -> assertThat(it).isBetween(us(2), us(1012)));
    // the first comes at 5.3 ms; the sixth chunk ends at 6 ms and 5 yields of 2 us
    assertThat(waits.get(0)).isEqualTo(us(700 + 5 * 2 + 2));
  }

  @Test
  void withoutYieldAKeyWaitsForTheRestOfTheJob() {
    List<Duration> waits = waits("vector.yield=off");
    for (int i = 0; i < 199; i++) {
      assertThat(waits.get(i)).isEqualTo(us(2_000_000 - 5_300 - i * 10_000 + i * 10 + 2));
    }
  }

  @Test
  void theLongerTheChunkTheLongerTheWait() {
    assertThat(longest("let.chunk=5000")).isBetween(us(60), us(110));
    assertThat(longest("let.chunk=50000")).isBetween(us(600), us(1010));
    assertThat(longest("let.chunk=200000")).isBetween(us(2500), us(4010));
  }

  @Test
  void keysPileUpWhenDriverAndProgramEachWaitForAChunkOfTheirPeriod() {
    assertThat(longest("let.chunk=500000")).isGreaterThan(us(900_000));
  }

  @ParameterizedTest
  @CsvSource({"200000, 499", "50000, 1999", "5000, 19999"})
  void theShorterTheChunkTheMoreYieldsAreToPay(int chunk, int yields) {
    ScenarioRun run = simulated("yield", "let.chunk=" + chunk);
    assertThat(run.samples("vector.elapsed"))
        .containsExactly(us(2_000_000 + 2L * yields + 199 * 10));
  }

  @ParameterizedTest
  @CsvSource({
    "vector-split, one-thread",
    "vector-split, multicore",
    "vector-split, simulated",
    "yield, one-thread",
    "yield, multicore",
    "yield, simulated"
  })
  void whatTheFilesExpectIsMet(String name, String dispatcher) {
    ClassLoader classes = getClass().getClassLoader();
    Scenario scenario =
        Scenario.load(
            name, List.of("dispatcher.type=" + dispatcher), Surroundings.ofProcess(classes));
    Tally tally = new Tally(scenario.metrics(), scenario.plan().machine().cores());
    Kernel.boot(scenario.plan(), List.of(tally), Host.NONE).run();
    assertThat(scenario.expect())
        .isNotEmpty()
        .extracting(it -> it.check(tally.metrics(), scenario.plan().machine()))
        .filteredOn(Checked::unmet)
        .isEmpty();
  }

  private static Duration longest(String set) {
    return waits(set).stream().max(Duration::compareTo).orElseThrow();
  }

  private static List<Duration> waits(String set) {
    return simulated("yield", set).samples("keyboard.latency");
  }

  private static ScenarioRun simulated(String scenario, String... sets) {
    return ScenarioRun.shipped(scenario, "simulated", Host.NONE, sets);
  }

  private static Duration us(long micros) {
    return Duration.ofNanos(micros * 1000);
  }
}
