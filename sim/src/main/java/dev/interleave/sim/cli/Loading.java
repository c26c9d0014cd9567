package dev.interleave.sim.cli;

import dev.interleave.sim.scenario.Scenario;

/** Loads the scenario that a command line asks for. */
record Loading(Session session) {

  /**
   * With the file's own dispatcher unless the flags choose one.
   *
   * @throws UsageError when a flag's value cannot be
   */
  Scenario load(String file, MachineFlags flags) {
    FlagCheck check = new FlagCheck(flags);
    check.beforeLoading(session);
    Scenario scenario = Scenario.load(file, flags.overrides(), session.surroundings());
    check.afterLoading(scenario);
    return scenario;
  }

  /** On {@code dispatcher} unless the flags choose one. */
  Scenario load(String file, MachineFlags flags, String dispatcher) {
    if (flags.dispatcher == null && !flags.setsDispatcher()) {
      flags.dispatcher = dispatcher;
    }
    return load(file, flags);
  }
}
