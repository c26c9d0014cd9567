package dev.interleave.sim.conform;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Priority;
import dev.interleave.kernel.policy.RoundRobin;
import dev.interleave.property.Seeded;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine gives the answers of a simulation that goes tick by tick and shares no code. */
class TickByTickTest {
  private final Trials trials = new Trials();

  @AfterEach
  void close() {
    trials.close();
  }

  private static Setup setup(Policy policy, int cores) {
    return setup(policy, cores, false);
  }

  private static Setup setup(Policy policy, int cores, boolean slicesFirst) {
    Machine.Simulated machine =
        new Machine.Simulated(
            cores,
            1,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            1_000_000,
            slicesFirst ? Machine.Requeue.BEFORE_ARRIVALS : Machine.Requeue.AFTER_ARRIVALS,
            0);
    return new Setup(machine, policy, 0);
  }

  private static Duration ticks(long quantum) {
    return Duration.ofNanos(quantum);
  }

  private void agree(Function<Seeded, Load> loads, Setup setup, TickByTick plain) {
    Trials.forAll(loads, setup, load -> differ(trials.finish(load, setup), plain.finish(load)));
  }

  private static String differ(Map<String, Long> is, Map<String, Long> right) {
    return is.equals(right) ? "" : is + " where " + right + " is right";
  }

  private static Load atOnce(Seeded seeded) {
    return Load.random(seeded).map(job -> job.with(0, job.burst()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void firstComeFirstServed(int cores) {
    agree(Load::random, setup(new Fifo(), cores), new TickByTick(cores, false, false, 0, false));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, false", "2, 1, false", "3, 1, false", "2, 2, false", "3, 2, false", "4, 3, false",
    "1, 1, true", "2, 1, true", "3, 1, true", "2, 2, true", "3, 2, true", "4, 3, true"
  })
  void roundRobin(int cores, long quantum, boolean slicesFirst) {
    agree(
        Load::random,
        setup(new RoundRobin(ticks(quantum)), cores, slicesFirst),
        new TickByTick(cores, false, false, quantum, slicesFirst));
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "3, false", "1, true", "2, true", "3, true"})
  void priority(int cores, boolean preempts) {
    agree(
        Load::random,
        setup(new Priority(preempts, Duration.ZERO), cores),
        new TickByTick(cores, true, preempts, 0, false));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 1", "2, 2", "3, 3"})
  void roundRobinAmongEquallyUrgentJobsThatComeAtOnce(int cores, long quantum) {
    agree(
        TickByTickTest::atOnce,
        setup(new Priority(true, ticks(quantum)), cores),
        new TickByTick(cores, true, false, quantum, false));
  }
}
