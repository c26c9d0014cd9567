package dev.interleave.drivers.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.sim.program.ScenarioRun;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreDriverTest {

  @Test
  void aTakeWaitsForAPut() {
    ScenarioRun run =
        ScenarioRun.simulated(
            """
            drivers { s { type = store } }
            programs {
              taker { uses = [s], steps = [ { ask = s, take {} } ] }
              putter { uses = [s], steps = [ { sleep = 5 ms }, { ask = s, put {} } ] }
            }
            """);
    assertThat(run.samples("taker.ask")).containsExactly(ms(5));
    assertThat(run.samples("putter.ask")).containsExactly(ms(0));
    assertThat(run.samples("s.take-wait")).containsExactly(ms(5));
  }

  @Test
  void aPutWaitsForRoom() {
    ScenarioRun run =
        ScenarioRun.simulated(
            """
            drivers { s { type = store, capacity = 2 } }
            programs {
              putter { uses = [s], repeat = 4, steps = [ { ask = s, put {} } ] }
              taker { uses = [s], repeat = 4, steps = [ { sleep = 10 ms }, { ask = s, take {} } ] }
            }
            """);
    assertThat(run.samples("putter.ask")).containsExactly(ms(0), ms(0), ms(10), ms(10));
    assertThat(run.elapsed()).isEqualTo(ms(40));
  }

  @Test
  void whoWaitsIsServedInOrderAlsoWhenAnotherOneWouldFit() {
    ScenarioRun run =
        ScenarioRun.simulated(
            """
            drivers { s { type = store, capacity = 3 } }
            programs {
              two { uses = [s], steps = [ { ask = s, take { items = 2 } } ] }
              one { uses = [s], steps = [ { sleep = 1 ms }, { ask = s, take {} } ] }
              putter { uses = [s], repeat = 3, steps = [ { sleep = 10 ms }, { ask = s, put {} } ] }
            }
            """);
    assertThat(run.samples("two.ask")).containsExactly(ms(20));
    assertThat(run.samples("one.ask")).containsExactly(ms(29));
  }

  @Test
  void whatCanNeverBeDoneIsRefused() {
    ScenarioRun run =
        ScenarioRun.simulated(
            """
            drivers { s { type = store, capacity = 3 } }
            programs { p { uses = [s], steps = [ { ask = s, take { items = 4 } } ] } }
            """);
    assertThat(run.drops()).isEqualTo(1);
    assertThat(run.elapsed()).isZero();
  }

  @Test
  void tooManyWhoWaitAreRefused() {
    ScenarioRun run =
        ScenarioRun.simulated(
            """
            drivers { s { type = store, waiting = 2 } }
            programs {
              p { uses = [s], count = 5, steps = [ { ask = s, take {} } ] }
              end { uses = [s], steps = [ { sleep = 1 ms }, { ask = s, put { items = 2 } } ] }
            }
            """);
    assertThat(run.drops()).isEqualTo(3);
    assertThat(run.count("s.takes")).isEqualTo(2);
    assertThat(run.elapsed()).isEqualTo(ms(1));
  }

  @Test
  void moreThanTheCapacityAtFirstIsAMistake() {
    assertThatThrownBy(
            () ->
                ScenarioRun.load(
                    "drivers { s { type = store, capacity = 2,\nitems = 3 } }\n"
                        + "programs { p { steps = [ yield ] } }"))
        .hasMessageContaining("stdin:2: store: items must be at most the capacity, 2, not 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"one-thread", "multicore", "simulated"})
  void nothingIsLostBetweenManyProducersAndConsumers(String dispatcher) {
    ScenarioRun run =
        ScenarioRun.on(
            dispatcher,
            """
            drivers { s { type = store, capacity = 3 } }
            programs {
              producer { uses = [s], count = 4, repeat = 100, steps = [ { ask = s, put {} } ] }
              consumer { uses = [s], count = 2, repeat = 100, steps = [ { ask = s, take { items = 2 } } ] }
            }
            """);
    assertThat(run.count("s.puts")).isEqualTo(400);
    assertThat(run.count("s.takes")).isEqualTo(400);
    assertThat(run.drops()).isZero();
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }
}
