package dev.interleave.sim.cli;

import dev.interleave.kernel.Machine;
import dev.interleave.sim.report.MachineWords;
import dev.interleave.sim.report.PolicyWords;
import dev.interleave.sim.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** One scenario with several dispatchers or policies. */
record Variants(Session session, String file, MachineFlags flags) {

  /** On every dispatcher. */
  List<Scenario> dispatchers() {
    if (flags.dispatcher != null) {
      throw new UsageError("compare runs on every dispatcher: leave --dispatcher to --policies");
    }
    new FlagCheck(flags).beforeLoading(session);
    List<Scenario> all = new ArrayList<>();
    all.add(load("dispatcher.type=one-thread"));
    all.add(multicore());
    for (int cores : new int[] {1, 2, 4}) {
      all.add(simulated(cores));
    }
    return all;
  }

  private Scenario multicore() {
    return load(
        "dispatcher.type=multicore",
        "dispatcher.cores="
            + (flags.cores == null ? Runtime.getRuntime().availableProcessors() : flags.cores));
  }

  /** On that many virtual cores, as fast as it goes. */
  Scenario simulated(int cores) {
    return load("dispatcher.type=simulated", "dispatcher.cores=" + cores, "dispatcher.pace=0");
  }

  /** Under each policy, on one machine. */
  List<Scenario> policies(List<String> names) {
    List<Scenario> all = new ArrayList<>();
    for (String name : names) {
      flags.policy = name.strip();
      all.add(new Loading(session).load(file, flags, "simulated"));
    }
    return all;
  }

  private Scenario load(String... sets) {
    List<String> overrides = new ArrayList<>(flags.overrides());
    overrides.addAll(List.of(sets));
    return Scenario.load(file, overrides, session.surroundings());
  }

  /** What is special about one of them. */
  static String title(Scenario scenario, boolean policy) {
    Machine machine = scenario.plan().machine();
    return policy
        ? PolicyWords.title(scenario.plan().policy(), scenario.types())
        : MachineWords.title(machine);
  }
}
