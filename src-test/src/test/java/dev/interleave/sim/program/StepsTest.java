package dev.interleave.sim.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interleave.kernel.config.Mistake;
import dev.interleave.kernel.config.MistakesFound;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told about mistakes in steps, word for word. */
class StepsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          { slep = 1 ms } | no step 'slep'; did you mean 'sleep'?
          { sleep = 1 } | sleep of program p must be a duration such as 4 ms, not 1 (it needs a unit: ns, us, ms, s, m, h, d)
          { sleep = -1 ms } | sleep of program p must be a duration such as 4 ms, not -1 ms (it cannot be negative)
          { compute = soon } | compute of program p must be a duration such as 4 ms, not 'soon'
          { compute = 1 ms, cost = 3 } | unknown setting 'cost' of the step compute (there are: compute)
          { sleep = 1 ms, compute = 1 ms } | a step does one thing, and this one has sleep and compute
          yeld | no step 'yeld'; did you mean 'yield'?
          3 | a step of program p must be a block such as { sleep = 1 ms }
          { yield = perhaps } | yield of program p must be on or off, not 'perhaps'
          { ask = d, take {} } | program p may not use d: it is not in its uses = [s]
          { ask = s, tak {} } | no request 'tak' of s; did you mean 'take'?
          { ask = s } | ask = s names no request; it takes one (there are: look, put, take)
          { ask = s, take {}, put {} } | ask = s names take and put; it takes one (there are: look, put, take)
          { ask = s, take { itms = 2 } } | unknown setting 'itms' of take of s; did you mean 'items'?
          { repeat = -1, steps = [ yield ] } | repeat of program p must be a whole number of at least 0, not -1
          { repeat = 2 } | the step repeat needs steps = [ ... ]
          { repeat = 2, steps = [] } | repeat needs at least one step
          { repeat = 2, steps = 7 } | steps of repeat must be a list [ ... ]
          { choose = [] } | choose must be a list of { weight, steps }
          { choose = [ { weight = 0, steps = [] } ] } | weight of choose must be a whole number from 1 to 1000000000, not 0
          { choose = [ { wight = 1, steps = [] } ] } | unknown setting 'wight' of the step choose; did you mean 'weight'?
          { fork = "a b", steps = [ yield ] } | fork = 'a b': a name may have letters, digits, - and _ only
          { join = f } | join = f: these steps have no fork = f
          { unlock = l } | unlock = l: these steps have no lock = l
          """)
  void oneMistake(String step, String problem) {
    assertThat(problems(step)).containsExactly(problem);
  }

  @Test
  void whatAForkLocksIsItsOwn() {
    assertThat(
            problems("{ fork = fill, steps = [ { lock = l } ] }, { unlock = l }, { join = fil }"))
        .containsExactly(
            "unlock = l: these steps have no lock = l",
            "join = fil: these steps have no fork = fil; did you mean 'fill'?");
  }

  @Test
  void allMistakesAreToldAtOnceEachWithItsLine() {
    MistakesFound found =
        mistakes(
            """
            programs {
              p {
                steps = [
                  { slep = 1 ms }
                  { repeat = 3, steps = [ { compute = 4 } ] }
                ]
                repeat = often
              }
            }
            """);
    assertThat(found.mistakes())
        .extracting(Mistake::headline)
        .containsExactly(
            "stdin:4: no step 'slep'; did you mean 'sleep'?",
            "stdin:5: compute of program p must be a duration such as 4 ms, not 4"
                + " (it needs a unit: ns, us, ms, s, m, h, d)",
            "stdin:7: repeat of program p must be a whole number of at least 0, not 'often'");
  }

  @Test
  void aStepThatIsSwitchedOffIsNone() {
    assertThat(
            ScenarioRun.simulated(
                    "programs { p { steps = [ { exit = off }, { yield = off }, { sleep = 1 ms } ] }"
                        + " }")
                .elapsed())
        .hasMillis(1);
  }

  @Test
  void deepNestingIsRead() {
    String deep = "{ repeat = 1, steps = [".repeat(200) + "{ sleep = 1 ms }" + "] }".repeat(200);
    assertThat(ScenarioRun.simulated("programs { p { steps = [" + deep + "] } }").elapsed())
        .hasMillis(1);
  }

  private static List<String> problems(String steps) {
    String text =
        "drivers { s { type = store }, d { type = store } }\n"
            + "programs { p { uses = [s], steps = [\n"
            + steps
            + "\n] } }";
    return mistakes(text).mistakes().stream().map(Mistake::problem).toList();
  }

  private static MistakesFound mistakes(String text) {
    return catchThrowableOfType(MistakesFound.class, () -> ScenarioRun.load(text));
  }
}
