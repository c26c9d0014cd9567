// Long: one test for each kind of step.
package dev.interleave.sim.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Outcome;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every step, in exact virtual time. */
class StepProgramTest {

  private static final String STORE = "drivers { store { type = store, capacity = 2 } }\n";

  @Test
  void computesOneAfterTheOtherAndSleepsAtOnceOnOneCore() {
    ScenarioRun run =
        ScenarioRun.simulated(
            """
            programs {
              a { steps = [ { compute = 5 ms }, { sleep = 10 ms } ] }
              b { steps = [ { compute = 5 ms }, { sleep = 10 ms } ] }
            }
            """);
    assertThat(run.end("a")).isEqualTo(ms(15));
    assertThat(run.end("b")).isEqualTo(ms(20));
  }

  @Test
  void theSleepBeginsWhenTheComputingHasBeenServed() {
    ScenarioRun run =
        ScenarioRun.simulated(
            """
            policy { type = round-robin, quantum = 1 ms }
            programs {
              a { steps = [ { compute = 2 ms }, { sleep = 10 ms } ] }
              b { steps = [ { compute = 2 ms } ] }
            }
            """);
    assertThat(run.end("a")).isEqualTo(ms(13));
    assertThat(run.samples("a.response")).containsExactly(ms(13));
    assertThat(run.samples("b.response")).containsExactly(ms(4));
  }

  @Test
  void everyComputeIsATurnOfItsOwn() {
    ScenarioRun run =
        ScenarioRun.simulated(
            """
            programs {
              a { steps = [ { compute = 2 ms }, { compute = 2 ms } ] }
              b { steps = [ { compute = 1 ms } ] }
            }
            """);
    assertThat(run.samples("b.response")).containsExactly(ms(3));
    assertThat(run.samples("a.response")).containsExactly(ms(5));
  }

  @Test
  void anAskWaitsForItsAnswerWithoutTheCore() {
    ScenarioRun run =
        ScenarioRun.simulated(
            STORE
                + """
                programs {
                  taker { uses = [store], steps = [ { ask = store, take {} } ] }
                  putter { uses = [store], steps = [ { compute = 3 ms }, { tell = store, put {} } ] }
                }
                """);
    assertThat(run.samples("taker.ask")).containsExactly(ms(3));
    assertThat(run.elapsed()).isEqualTo(ms(3));
  }

  @Test
  void aRequestAfterComputingIsSentWhenThatIsServed() {
    ScenarioRun run =
        ScenarioRun.simulated(
            STORE
                + """
                programs {
                  busy { uses = [store], steps = [ { compute = 3 ms }, { ask = store, put {} } ] }
                }
                """,
            "dispatcher.cores=2");
    assertThat(run.samples("busy.ask")).containsExactly(Duration.ZERO);
    assertThat(run.samples("busy.response")).containsExactly(ms(3));
  }

  @Test
  void anAskThatIsRefusedIsAFailureAndTheProgramGoesOn() {
    ScenarioRun run =
        ScenarioRun.simulated(
            """
            drivers { store { type = store, mailbox { capacity = 1 }, costs { look = 1 ms } } }
            programs {
              a { uses = [store], count = 3, steps = [ { ask = store, look {} }, { sleep = 1 ms } ] }
            }
            """,
            "dispatcher.cores=4");
    long failures =
        run.count("a.0.failures") + run.count("a.1.failures") + run.count("a.2.failures");
    long completed =
        run.count("a.0.completed") + run.count("a.1.completed") + run.count("a.2.completed");
    assertThat(failures).isEqualTo(run.drops()).isPositive();
    assertThat(completed).isEqualTo(3);
  }

  @Test
  void repeatsNest() {
    ScenarioRun run =
        ScenarioRun.simulated(
            """
            programs {
              a {
                repeat = 2
                steps = [ { repeat = 3, steps = [ { compute = 1 ms }, { repeat = 2, steps = [ { sleep = 1 ms } ] } ] } ]
              }
            }
            """);
    assertThat(run.elapsed()).isEqualTo(ms(2 * 3 * 3));
    assertThat(run.samples("a.response")).containsExactly(ms(9), ms(9));
    assertThat(run.count("a.completed")).isEqualTo(2);
  }

  @Test
  void nothingIsTakenZeroTimes() {
    ScenarioRun run =
        ScenarioRun.simulated(
            "programs { a { repeat = 0, steps = [ { sleep = 1 s } ] }\n"
                + "b { steps = [ { repeat = 0, steps = [ { sleep = 1 s } ] } ] } }");
    assertThat(run.elapsed()).isZero();
    assertThat(run.count("a.completed")).isZero();
    assertThat(run.count("b.completed")).isEqualTo(1);
  }

  @Test
  void aLoopWithoutWaitingLetsOthersHaveTheirTurns() {
    ScenarioRun run =
        ScenarioRun.simulated(
            STORE
                + """
                programs {
                  a { uses = [store], repeat = 1000, steps = [ { tell = store, look {} } ] }
                  b { steps = [ exit ] }
                }
                """);
    assertThat(run.outcome().end()).isEqualTo(Outcome.End.EXITED);
    assertThat(run.count("a.completed")).isLessThan(10);
  }

  @Test
  void aLoopWithoutEndOrTimeIsFoundOut() {
    ScenarioRun run =
        ScenarioRun.simulated(
            STORE
                + "programs { spin { uses = [store], repeat = forever, steps = [ { tell = store,"
                + " look {} } ] } }",
            "dispatcher.turns-per-instant=1000");
    assertThat(run.outcome().end()).isEqualTo(Outcome.End.FAILED);
    assertThat(run.outcome().failure()).hasValueSatisfying(it -> assertThat(it).contains("spin"));
  }

  @Test
  void untilEndsWhatGoesOnForEver() {
    ScenarioRun run =
        ScenarioRun.simulated(
            "programs { a { repeat = forever, steps = [ { sleep = 1 ms } ] } }", "until=10 ms");
    assertThat(run.outcome().end()).isEqualTo(Outcome.End.UNTIL);
    assertThat(run.count("a.completed")).isBetween(9L, 10L);
  }

  @Test
  void choosesByWeight() {
    ScenarioRun run =
        ScenarioRun.simulated(
            """
            programs {
              a {
                repeat = 4000
                steps = [ { choose = [
                  { weight = 3, steps = [ { sleep = 1 ms } ] }
                  { steps = [ { sleep = 2 ms } ] }
                ] } ]
              }
            }
            """);
    List<Duration> responses = run.samples("a.response");
    assertThat(Collections.frequency(responses, ms(1))).isBetween(2900, 3100);
    assertThat(Collections.frequency(responses, ms(1)) + Collections.frequency(responses, ms(2)))
        .isEqualTo(4000);
  }

  @Test
  void anotherSeedChoosesOtherwise() {
    String text =
        "programs { a { repeat = 50, steps = [ { choose = [ { steps = [] }, { steps = [ { sleep = 1"
            + " ms } ] } ] } ] } }";
    assertThat(ScenarioRun.simulated(text, "dispatcher.seed=1").samples("a.response"))
        .isEqualTo(ScenarioRun.simulated(text, "dispatcher.seed=1").samples("a.response"))
        .isNotEqualTo(ScenarioRun.simulated(text, "dispatcher.seed=2").samples("a.response"));
  }

  @Test
  void forkedChildrenRunAtOnceAndJoinWaitsForAllOfThem() {
    String text =
        """
        programs {
          a {
            steps = [
              { fork = part, steps = [ { compute = 4 ms } ] }
              { fork = part, steps = [ { compute = 4 ms } ] }
              { join = part }
              { compute = 1 ms }
            ]
          }
        }
        """;
    assertThat(ScenarioRun.simulated(text, "dispatcher.cores=2").elapsed()).isEqualTo(ms(5));
    assertThat(ScenarioRun.simulated(text).elapsed()).isEqualTo(ms(9));
    assertThat(ScenarioRun.simulated(text).tasks()).contains("a.part", "a.part.2");
  }

  @Test
  void anIterationEndsWithItsLastChild() {
    ScenarioRun run =
        ScenarioRun.simulated(
            """
            programs {
              a { repeat = 3, steps = [ { fork = late, steps = [ { sleep = 2 ms } ] }, { sleep = 1 ms } ] }
            }
            """);
    assertThat(run.samples("a.response")).containsExactly(ms(2), ms(2), ms(2));
    assertThat(run.count("a.completed")).isEqualTo(3);
    assertThat(run.count("a.late.completed")).isZero();
  }

  @Test
  void aLockIsHeldByOneAtATimeInOrderOfAsking() {
    ScenarioRun run =
        ScenarioRun.simulated(
            """
            programs {
              a { steps = [ { lock = l }, { sleep = 2 ms }, { unlock = l } ] }
              b { steps = [ { lock = l }, { sleep = 2 ms }, { unlock = l } ] }
              c { steps = [ { lock = l }, { sleep = 2 ms }, { unlock = l } ] }
            }
            """);
    assertThat(List.of(run.end("a"), run.end("b"), run.end("c")))
        .containsExactly(ms(2), ms(4), ms(6));
  }

  @Test
  void aLockComputedUnderIsGivenBackWhenTheComputingIsServed() {
    ScenarioRun run =
        ScenarioRun.simulated(
            """
            programs {
              a { steps = [ { lock = l }, { compute = 2 ms }, { unlock = l } ] }
              b { steps = [ { lock = l }, { compute = 2 ms }, { unlock = l } ] }
            }
            """,
            "dispatcher.cores=2");
    assertThat(run.elapsed()).isEqualTo(ms(4));
  }

  @Test
  void yieldLetsWhoIsReadyGoFirst() {
    ScenarioRun run =
        ScenarioRun.simulated(
            """
            programs {
              a { steps = [ { compute = 1 ms }, yield, { compute = 1 ms } ] }
              b { steps = [ { compute = 1 ms } ] }
            }
            """);
    assertThat(run.samples("b.response")).containsExactly(ms(2));
    assertThat(run.samples("a.response")).containsExactly(ms(3));
  }

  @Test
  void exitEndsTheRunThoughOthersWouldGoOn() {
    ScenarioRun run =
        ScenarioRun.simulated(
            "programs { a { repeat = forever, steps = [ { sleep = 1 ms } ] }\n"
                + "b { steps = [ { sleep = 5 ms }, exit ] } }");
    assertThat(run.outcome().end()).isEqualTo(Outcome.End.EXITED);
    assertThat(run.elapsed()).isEqualTo(ms(5));
  }

  @Test
  void zeroIsNoStep() {
    ScenarioRun run =
        ScenarioRun.simulated(
            "programs { a { steps = [ { compute = 0 ms }, { sleep = 0 ms }, { compute = 1 ms } ] }"
                + " }");
    assertThat(run.elapsed()).isEqualTo(ms(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"one-thread", "multicore", "simulated"})
  void aProgramOfEveryStepEndsOnEveryDispatcher(String dispatcher) {
    ScenarioRun run =
        ScenarioRun.on(
            dispatcher,
            STORE
                + """
                programs {
                  a {
                    uses = [store], repeat = 5
                    steps = [
                      { lock = l }, { compute = 50 us }, { unlock = l }
                      { fork = f, steps = [ { ask = store, take {} }, yield ] }
                      { choose = [ { steps = [ yield ] }, { steps = [ { sleep = 10 us } ] } ] }
                      { ask = store, put {} }
                      { join = f }
                      { tell = store, look {} }
                    ]
                  }
                }
                """);
    assertThat(run.outcome().end()).isEqualTo(Outcome.End.FINISHED);
    assertThat(run.count("a.completed")).isEqualTo(5);
    assertThat(run.count("store.takes")).isEqualTo(5);
    assertThat(run.drops()).isZero();
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }
}
