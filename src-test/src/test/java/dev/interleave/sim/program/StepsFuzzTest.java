package dev.interleave.sim.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.config.MistakesFound;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written as a step is a program that ends, or a mistake in words. */
class StepsFuzzTest {

  private static final List<String> KEYS =
      List.of(
          "compute",
          "sleep",
          "ask",
          "tell",
          "yield",
          "repeat",
          "choose",
          "fork",
          "join",
          "lock",
          "unlock",
          "exit",
          "steps",
          "weight",
          "put",
          "take",
          "look",
          "items",
          "nonsense");

  private static final List<String> VALUES =
      List.of(
          "1 ms", "0 ms", "-1 ms", "s", "t", "l", "2", "0", "-7", "1e99", "on", "off", "null",
          "\"\"");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void garbageIsAMistakeInWords(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 150; i++) {
      String steps = "[ " + garbage(random, 4) + ", " + garbage(random, 4) + " ]";
      assertThat(endsOrIsRefused(steps)).as(steps).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"simulated, 1, 40", "simulated, 2, 40", "one-thread, 3, 5", "multicore, 4, 5"})
  void everyRightProgramEndsWithoutLoss(String dispatcher, long seed, int programs) {
    Random random = new Random(seed);
    for (int i = 0; i < programs; i++) {
      String steps = right(random, 4);
      ScenarioRun run = ScenarioRun.on(dispatcher, scenario(steps));
      assertThat(run.outcome().end()).as(steps).isEqualTo(Outcome.End.FINISHED);
      assertThat(run.count("p.completed")).as(steps).isEqualTo(2);
      assertThat(run.drops()).as(steps).isZero();
    }
  }

  private static boolean endsOrIsRefused(String steps) {
    try {
      ScenarioRun.load(scenario(steps));
      return true;
    } catch (MistakesFound refused) {
      return !refused.mistakes().isEmpty();
    }
  }

  private static String scenario(String steps) {
    return "drivers { s { type = store, capacity = 1000000 } }\n"
        + "programs { p { uses = [s], repeat = 2, steps = "
        + steps
        + " } }";
  }

  private static String garbage(Random random, int depth) {
    int kind = random.nextInt(depth > 0 ? 6 : 2);
    if (kind < 2) {
      return pick(random, kind == 0 ? VALUES : KEYS);
    }
    if (kind == 2) {
      return "[ " + garbage(random, depth - 1) + ", " + garbage(random, depth - 1) + " ]";
    }
    String first = pick(random, KEYS) + " = " + garbage(random, depth - 1);
    String second = pick(random, KEYS) + " = " + garbage(random, depth - 1);
    return "{ " + first + (random.nextBoolean() ? ", " + second : "") + " }";
  }

  /** A list of steps that ends: it takes no more than it has put, and joins what it forks. */
  private static String right(Random random, int depth) {
    StringBuilder steps = new StringBuilder("[ yield");
    for (int i = random.nextInt(4); i >= 0; i--) {
      steps.append(", ").append(rightStep(random, depth));
    }
    return steps + " ]";
  }

  private static String rightStep(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 4)) {
      case 0 -> "{ compute = " + random.nextInt(3) + " us }";
      case 1 -> "{ sleep = " + random.nextInt(3) + " us }";
      case 2 -> "{ tell = s, look {} }";
      case 3 -> "{ tell = s, put {} }, { ask = s, take {} }";
      case 4 -> "{ repeat = " + random.nextInt(4) + ", steps = " + right(random, depth - 1) + " }";
      case 5 ->
          "{ choose = [ { weight = 2, steps = "
              + right(random, depth - 1)
              + " }, { steps = [] } ] }";
      case 6 -> "{ fork = f, steps = " + right(random, depth - 1) + " }";
      case 7 -> "{ fork = g, steps = " + right(random, depth - 1) + " }, { join = g }";
      default -> "{ lock = l }, { compute = 1 us }, { sleep = 1 us }, { unlock = l }";
    };
  }

  private static String pick(Random random, List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
