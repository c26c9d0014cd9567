package dev.interleave.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Host;
import dev.interleave.sim.run.Execution;
import dev.interleave.sim.run.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Simulated and real machines at work in one process, at once. */
@Timeout(120)
class SideBySideTest {
  private static final Surroundings HERE =
      Surroundings.ofProcess(SideBySideTest.class.getClassLoader());
  private static final int ROUNDS = 3;
  private static final List<String> SCENARIOS = List.of("vector-split", "hello", "steps");
  private static final List<String> REAL = List.of("one-thread", "multicore");
  private static final String SIMULATED = "simulated";

  private static RunResult run(String scenario, String dispatcher) {
    List<String> sets = List.of("dispatcher.type=" + dispatcher);
    return new Execution(Scenario.load(scenario, sets, HERE), List.of(), Host.NONE, it -> {}).run();
  }

  private static String digest(RunResult result) {
    return result.digest().orElseThrow();
  }

  @Test
  void eachGivesItsRightAnswerAndTheSimulatedOnesTheirDigest()
      throws InterruptedException, ExecutionException {
    List<String> alone = SCENARIOS.stream().map(it -> digest(run(it, SIMULATED))).toList();
    ExecutorService threads = Executors.newFixedThreadPool(1 + REAL.size());
    try {
      List<Future<List<RunResult>>> beside = new ArrayList<>();
      REAL.forEach(dispatcher -> beside.add(threads.submit(() -> rounds(dispatcher))));
      List<RunResult> simulated = threads.submit(() -> rounds(SIMULATED)).get();
      for (int i = 0; i < simulated.size(); i++) {
        assertThat(digest(simulated.get(i))).isEqualTo(alone.get(i % alone.size()));
      }
      assertThat(simulated).allMatch(RunResult::good);
      for (Future<List<RunResult>> real : beside) {
        assertThat(real.get()).allMatch(RunResult::good).allMatch(it -> it.digest().isEmpty());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<RunResult> rounds(String dispatcher) {
    List<RunResult> results = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      SCENARIOS.forEach(scenario -> results.add(run(scenario, dispatcher)));
    }
    return results;
  }
}
