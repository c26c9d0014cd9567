package dev.interleave.sim.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Host;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped scenarios of programs take exactly as long as they say, on simulated cores. */
class ClosedFormsTest {

  @ParameterizedTest
  @CsvSource({"workqueue-1, 50", "workqueue-2, 35", "workqueue, 25"})
  void concurrencyOnlySpeedsUpTheWaiting(String scenario, long millis) {
    assertThat(simulated(scenario).elapsed()).hasMillis(millis);
  }

  @ParameterizedTest
  @CsvSource({
    "gophers-1, 400",
    "gophers-3, 200",
    "gophers, 100",
    "gophers-one-cart, 400",
    "gophers-far, 400"
  })
  void theBusiestGopherOrTheCartsLimitTheTrips(String scenario, long millis) {
    for (String cores : new String[] {"1", "4"}) {
      assertThat(simulated(scenario, "dispatcher.cores=" + cores).elapsed()).hasMillis(millis);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 400", "2, 200", "3, 134", "4, 100", "8, 100"})
  void stepsThatComputeNeedCores(int cores, long millis) {
    assertThat(simulated("gophers-compute", "dispatcher.cores=" + cores).elapsed())
        .hasMillis(millis);
  }

  @ParameterizedTest
  @CsvSource({"1, 400", "2, 200", "4, 100", "8, 100"})
  void throughputIsCartsByTheSumOfStepsUntilAGopherIsBusyAlways(int carts, long millis) {
    String[] sets = new String[4];
    String[] places = {"empty", "arrived", "loaded", "emptied"};
    for (int i = 0; i < 4; i++) {
      sets[i] = "let.carts." + places[i] + "=" + (carts / 4 + (i < carts % 4 ? 1 : 0));
    }
    assertThat(simulated("gophers", sets).elapsed()).hasMillis(millis);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 4})
  void oneGopherTakesTheSumOfItsSteps(long leg) {
    Duration elapsed =
        simulated("gophers-1", "let.carry.device=" + leg + "ms", "let.return.device=" + leg + "ms")
            .elapsed();
    assertThat(elapsed).hasMillis(100 * (2 + 2 * leg));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "workqueue",
        "workqueue-1",
        "workqueue-2",
        "gophers",
        "gophers-1",
        "gophers-3",
        "gophers-one-cart",
        "gophers-far",
        "gophers-compute"
      })
  void theSameIsDoneOnRealThreads(String scenario) {
    String counter = scenario.startsWith("gophers") ? "ashes.puts" : "workers.takes";
    long wanted = simulated(scenario, "let.trips=20").count(counter);
    for (String dispatcher : new String[] {"one-thread", "multicore"}) {
      ScenarioRun run = ScenarioRun.shipped(scenario, dispatcher, Host.NONE, "let.trips=20");
      assertThat(run.count(counter)).isEqualTo(wanted).isPositive();
      assertThat(run.drops()).isZero();
    }
  }

  private static ScenarioRun simulated(String scenario, String... sets) {
    return ScenarioRun.shipped(scenario, "simulated", Host.NONE, sets);
  }
}
