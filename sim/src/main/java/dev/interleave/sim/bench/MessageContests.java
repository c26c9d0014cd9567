package dev.interleave.sim.bench;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Priority;
import dev.interleave.kernel.policy.RandomOrder;
import dev.interleave.kernel.policy.RoundRobin;
import dev.interleave.kernel.trace.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How fast messages are. */
final class MessageContests {
  private static final Duration QUANTUM = Duration.ofMillis(10);
  private static final Duration COST = Duration.ofNanos(100);
  private static final int VIRTUAL_CORES = 4;
  private static final int THREADS = 2;

  private final List<Contest> all = new ArrayList<>();

  private MessageContests() {}

  static List<Contest> all() {
    MessageContests contests = new MessageContests();
    workloads().forEach(contests::simulated);
    policies().keySet().forEach(name -> workloads().forEach(it -> contests.costly(name, it)));
    policies().keySet().forEach(name -> workloads().forEach(it -> contests.oneThread(name, it)));
    policies().keySet().forEach(name -> workloads().forEach(it -> contests.multicore(name, it)));
    return contests.all;
  }

  private static List<Workload> workloads() {
    return List.of(
        new Pairs(1, 1_000_000),
        new Pairs(100, 10_000),
        new Ring(100, 1_000_000),
        new FanIn(1_000, 16, 60));
  }

  private static Map<String, Supplier<Policy>> policies() {
    Map<String, Supplier<Policy>> policies = new LinkedHashMap<>();
    policies.put("fifo", Fifo::new);
    policies.put("round-robin", () -> new RoundRobin(QUANTUM));
    policies.put("priority", Priority::new);
    policies.put("random", RandomOrder::new);
    return policies;
  }

  private void simulated(Workload on) {
    OnEngine plain = new OnEngine("simulated fifo", Machines.free(1), Fifo::new, Trace::off);
    OnEngine traced =
        new OnEngine("simulated fifo, events and digest", Machines.free(1), Fifo::new, Trace::on);
    Goal goal = on instanceof FanIn ? Goal.times(1.3, 1.7) : Goal.times(2, 3);
    add(plain, RawPekko.oneThread(), on, goal);
    add(traced, plain, on, Goal.times(0.8));
  }

  private void costly(String policy, Workload on) {
    add(
        new OnEngine(
            "simulated " + policy + ", 4 cores, costs",
            Machines.costly(VIRTUAL_CORES, COST),
            policyOf(policy),
            Trace::off),
        RawPekko.oneThread(),
        on,
        Goal.times(1));
  }

  private void oneThread(String policy, Workload on) {
    boolean fast = policy.equals("fifo") && !(on instanceof FanIn);
    add(
        new OnEngine("one-thread " + policy, Machines.oneThread(), policyOf(policy), Trace::off),
        RawPekko.oneThread(),
        on,
        fast ? Goal.times(2, 3) : Goal.times(1));
  }

  private void multicore(String policy, Workload on) {
    Machine machine = Machines.multicore(THREADS);
    boolean ordered = policyOf(policy).get().ordered();
    add(
        new OnEngine("multicore " + policy, machine, policyOf(policy), Trace::off),
        RawPekko.forkJoin(THREADS),
        on,
        Goal.times(ordered ? 0.6 : 1));
  }

  private static Supplier<Policy> policyOf(String name) {
    return policies().getOrDefault(name, Fifo::new);
  }

  private void add(Runner ours, Runner theirs, Workload on, Goal goal) {
    all.add(
        new Contest(
            on.name(), Unit.TIME, on.operations(), Side.of(ours, on), Side.of(theirs, on), goal));
  }
}
