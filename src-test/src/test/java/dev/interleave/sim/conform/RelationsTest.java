package dev.interleave.sim.conform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Priority;
import dev.interleave.kernel.policy.RandomOrder;
import dev.interleave.kernel.policy.RoundRobin;
import dev.interleave.property.Seeded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold between the answers to related questions, over thousands of random loads. */
class RelationsTest {
  private static final long FACTOR = 3;

  private final Trials trials = new Trials();

  @AfterEach
  void close() {
    trials.close();
  }

  /** A policy whose quantum is as many ticks as it is told. */
  record Family(String name, Function<Long, Policy> of) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Duration ticks(long quantum) {
    return Duration.ofNanos(quantum);
  }

  static Stream<Family> families() {
    return Stream.of(
        new Family("FCFS", quantum -> new Fifo()),
        new Family("RR", quantum -> new RoundRobin(ticks(quantum))),
        new Family("PRIO_NP", quantum -> new Priority(false, Duration.ZERO)),
        new Family("PRIO_P", quantum -> new Priority(true, Duration.ZERO)),
        new Family("PRIO_RR", quantum -> new Priority(true, ticks(quantum))));
  }

  static Stream<Arguments> familiesAndCores() {
    return families().flatMap(f -> IntStream.of(1, 2, 3).mapToObj(c -> Arguments.of(f, c)));
  }

  private static Setup setup(Policy policy, int cores) {
    return new Setup(Machine.Simulated.of(cores, 1), policy, 0);
  }

  private static String differ(Map<String, Long> a, Map<String, Long> b) {
    return a.equals(b) ? "" : a + " and " + b;
  }

  private static Map<String, Long> changed(
      Map<String, Long> times, BiFunction<String, Long, Long> change) {
    Map<String, Long> changed = new TreeMap<>(times);
    changed.replaceAll(change);
    return changed;
  }

  @ParameterizedTest
  @MethodSource("familiesAndCores")
  void theOrderOfATieFreeListDoesNotMatter(Family family, int cores) {
    Setup setup = setup(family.of.apply(2L), cores);
    Trials.forAll(
        Load::withoutTies,
        setup,
        load -> {
          List<Load.One> shuffled = new ArrayList<>(load.jobs());
          Collections.shuffle(shuffled, new Random(load.hashCode()));
          return differ(trials.finish(load, setup), trials.finish(new Load(shuffled), setup));
        });
  }

  @ParameterizedTest
  @MethodSource("familiesAndCores")
  void theUnitOfTimeDoesNotMatter(Family family, int cores) {
    Setup setup = setup(family.of.apply(2L), cores);
    Setup slower = setup(family.of.apply(2L * FACTOR), cores);
    Trials.forAll(
        Load::random,
        setup,
        load -> {
          Load longer = load.map(job -> job.with(job.arrival() * FACTOR, job.burst() * FACTOR));
          return differ(
              changed(trials.finish(load, setup), (job, at) -> at * FACTOR),
              trials.finish(longer, slower));
        });
  }

  @ParameterizedTest
  @MethodSource("familiesAndCores")
  void theTimeOfDayDoesNotMatter(Family family, int cores) {
    Setup setup = setup(family.of.apply(3L), cores);
    Trials.forAll(
        Load::random,
        setup,
        load -> {
          Load later = load.map(job -> job.with(job.arrival() + 1_000_003, job.burst()));
          return differ(
              changed(trials.finish(load, setup), (job, at) -> at + 1_000_003),
              trials.finish(later, setup));
        });
  }

  @ParameterizedTest
  @MethodSource("families")
  void coresThatNobodyNeedsDoNotMatter(Family family) {
    Setup enough = setup(family.of.apply(2L), 9);
    Setup more = setup(family.of.apply(2L), 13);
    Trials.forAll(
        Load::random,
        enough,
        load -> {
          Map<String, Long> alone = new TreeMap<>();
          load.jobs().forEach(job -> alone.put(job.name(), job.arrival() + job.burst()));
          return differ(alone, trials.finish(load, enough))
              + differ(alone, trials.finish(load, more));
        });
  }

  @ParameterizedTest
  @MethodSource("familiesAndCores")
  void workIsConserved(Family family, int cores) {
    Setup setup = setup(family.of.apply(2L), cores);
    Trials.forAll(
        Load::random,
        setup,
        load -> new Conservation(load, trials.run(load, setup), cores).wrong());
  }

  @Test
  void workIsConservedInRandomOrderToo() {
    Setup setup = setup(new RandomOrder(), 2);
    Trials.forAll(
        Load::random, setup, load -> new Conservation(load, trials.run(load, setup), 2).wrong());
  }

  private void same(UnaryLoad change, Policy a, Policy b) {
    for (int cores = 1; cores <= 3; cores++) {
      Setup one = setup(a, cores);
      Setup other = setup(b, cores);
      Trials.forAll(
          seeded -> change.apply(Load.random(seeded)),
          one,
          load -> differ(trials.finish(load, one), trials.finish(load, other)));
    }
  }

  private interface UnaryLoad extends Function<Load, Load> {}

  private static Load equallyUrgent(Load load) {
    return load.map(job -> new Load.One(job.name(), job.arrival(), job.burst(), 1));
  }

  private static Load allAtOnce(Load load) {
    return load.map(job -> job.with(0, job.burst()));
  }

  @Test
  void roundRobinWithALongQuantumIsFirstComeFirstServed() {
    same(load -> load, new RoundRobin(ticks(13)), new Fifo());
  }

  @Test
  void equalPrioritiesAreFirstComeFirstServed() {
    same(RelationsTest::equallyUrgent, new Priority(true, Duration.ZERO), new Fifo());
    same(RelationsTest::equallyUrgent, new Priority(false, Duration.ZERO), new Fifo());
  }

  @Test
  void equalPrioritiesWithAQuantumAreRoundRobin() {
    same(RelationsTest::equallyUrgent, new Priority(true, ticks(2)), new RoundRobin(ticks(2)));
  }

  @Test
  void aLongQuantumAmongEqualsIsNone() {
    same(load -> load, new Priority(true, ticks(1000)), new Priority(true, Duration.ZERO));
  }

  @Test
  void nobodyIsPreemptedWhenAllComeAtOnce() {
    same(
        RelationsTest::allAtOnce,
        new Priority(true, Duration.ZERO),
        new Priority(false, Duration.ZERO));
  }

  @Test
  void onOneCoreAllPoliciesAreDoneAtTheSameTime() {
    Setup fifo = setup(new Fifo(), 1);
    Trials.forAll(
        Load::random,
        fifo,
        load -> {
          List<Long> ends =
              families()
                  .map(family -> trials.finish(load, setup(family.of.apply(2L), 1)))
                  .map(finish -> finish.values().stream().max(Long::compare).orElse(0L))
                  .distinct()
                  .toList();
          return ends.size() <= 1 ? "" : "done at " + ends;
        });
  }

  @Test
  void shrinkingFindsASmallCase() {
    Seeded.only(
        1,
        seeded -> {
          Load load = Load.random(seeded);
          Load least = load.shrunk(smaller -> smaller.work() >= 5);
          assertThat(least.jobs()).hasSizeLessThanOrEqualTo(2);
          assertThat(least.work()).isBetween(5L, 9L);
        });
  }
}
