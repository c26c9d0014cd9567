package dev.interleave.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.Part;
import dev.interleave.kernel.Plan;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.trace.Event;
import dev.interleave.testkit.check.NoIdleCore;
import dev.interleave.testkit.check.OneCoreEach;
import dev.interleave.testkit.check.ReadyBeforeRunning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every policy keeps. Yours is held to it by one line:
 *
 * <pre>{@code
 * class LotteryTest implements PolicyContract {
 *   public Policy policy() { return new Lottery(); }
 * }
 * }</pre>
 *
 * <p>Each rule faces random workloads with many ties, on one core and on several. A failure names
 * the seed; {@link #workload} gives that workload for a test of one's own.
 */
public interface PolicyContract {
  /** How many workloads each rule faces on each number of cores. */
  int WORKLOADS = 15;

  /** On how many virtual cores each of them runs. */
  List<Integer> CORES = List.of(1, 2, 4);

  /** Virtual time in which each workload ends. */
  Duration VIRTUAL_LIMIT = Duration.ofMinutes(1);

  /** Real time in which each workload ends on real cores, on a busy machine too. */
  Duration REAL_LIMIT = Duration.ofSeconds(20);

  /** A new instance each time: no two runs share one. */
  Policy policy();

  /**
   * Whether no core ever idles while a task may run. A policy that holds tasks back on purpose
   * (budgets, periods) says no.
   */
  default boolean workConserving() {
    return true;
  }

  /** The tasks of the workload {@code seed}. */
  default List<Part> workload(long seed) {
    return new RandomWorkload(seed).parts();
  }

  @Test
  default void noReadyTaskIsLost() {
    everywhere(
        (run, seed, cores) ->
            assertThat(run.outcome().end())
                .as("seed %d on %d cores: all tasks finish (%s)", seed, cores, run.outcome())
                .isEqualTo(Outcome.End.FINISHED));
  }

  @Test
  default void everyTaskIsServedWhatItOwes() {
    everywhere(
        (run, seed, cores) ->
            assertThat(served(run.events()))
                .as("seed %d on %d cores: CPU time served", seed, cores)
                .isEqualTo(owed(workload(seed))));
  }

  @Test
  default void noTaskRunsTwice() {
    everywhere(
        (run, seed, cores) ->
            assertThat(runTwice(run, cores)).as("seed %d on %d cores", seed, cores).isEmpty());
  }

  /** The kernel refuses to run a task twice: then the run has failed, and says of which task. */
  private static List<String> runTwice(ScenarioBench.Run run, int cores) {
    List<String> broken = new ArrayList<>(run.outcome().failure().stream().toList());
    broken.addAll(new OneCoreEach(cores).in(run.events()));
    broken.addAll(new ReadyBeforeRunning().in(run.events()));
    return broken;
  }

  @Test
  default void noCoreIdlesWithReadyWork() {
    assumeTrue(workConserving(), "the policy holds tasks back on purpose");
    everywhere(
        (run, seed, cores) ->
            assertThat(new NoIdleCore(cores).in(run.events()))
                .as("seed %d on %d cores", seed, cores)
                .isEmpty());
  }

  @Test
  default void preemptionGoesOneWay() {
    for (int cores : CORES) {
      for (long seed = 1; seed <= WORKLOADS; seed++) {
        OneWay watched = new OneWay(policy());
        run(watched.policy(), Machine.Simulated.of(cores, seed), seed, VIRTUAL_LIMIT);
        assertThat(watched.faults()).as("seed %d on %d cores", seed, cores).isEmpty();
      }
    }
  }

  @Test
  default void sameInputGivesTheSameOrder() {
    everywhere(
        (run, seed, cores) ->
            assertThat(simulated(seed, cores).digest())
                .as("seed %d on %d cores: the digest of a second run", seed, cores)
                .isEqualTo(run.digest()));
  }

  @Test
  default void everyTaskFinishesOnRealCoresToo() {
    for (Machine machine : List.of(new Machine.OneThread(1), new Machine.Multicore(2, 1))) {
      for (long seed = 1; seed <= 3; seed++) {
        ScenarioBench.Run run = run(policy(), machine, seed, REAL_LIMIT);
        assertThat(run.outcome().end())
            .as("seed %d on %s (%s)", seed, machine, run.outcome())
            .isEqualTo(Outcome.End.FINISHED);
      }
    }
  }

  @Test
  default void itReadsNoClockAndThrowsNoDiceOfItsOwn() {
    assertThat(Purity.faultsOf(policy().getClass())).isEmpty();
  }

  private void everywhere(Rule rule) {
    for (int cores : CORES) {
      for (long seed = 1; seed <= WORKLOADS; seed++) {
        rule.check(simulated(seed, cores), seed, cores);
      }
    }
  }

  /** One rule on one run. */
  @FunctionalInterface
  interface Rule {
    /** Fails when {@code run} does not hold, and names the seed and the cores. */
    void check(ScenarioBench.Run run, long seed, int cores);
  }

  private ScenarioBench.Run simulated(long seed, int cores) {
    return run(policy(), Machine.Simulated.of(cores, seed), seed, VIRTUAL_LIMIT);
  }

  private ScenarioBench.Run run(Policy policy, Machine machine, long seed, Duration until) {
    return ScenarioBench.run(
        new Plan("contract", machine, policy, Optional.of(until), workload(seed)));
  }

  private static Duration served(List<Event> events) {
    return Duration.ofNanos(
        events.stream()
            .filter(Event.Left.class::isInstance)
            .mapToLong(event -> ((Event.Left) event).served())
            .sum());
  }

  private static Duration owed(List<Part> parts) {
    return parts.stream()
        .map(part -> (Burst) ((Part.ProgramPart) part).program())
        .flatMap(burst -> burst.bursts().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
