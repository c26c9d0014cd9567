package dev.interleave.sim.report;

import dev.interleave.kernel.Machine;

/** Dispatchers in words. */
public final class MachineWords {

  private MachineWords() {}

  /** {@code one-thread}, {@code multicore}, {@code simulated}. */
  public static String name(Machine machine) {
    if (machine instanceof Machine.Simulated) {
      return "simulated";
    }
    return machine instanceof Machine.Multicore ? "multicore" : "one-thread";
  }

  /** With its cores, where it may have several: {@code simulated 4}. */
  public static String title(Machine machine) {
    String name = name(machine);
    return machine instanceof Machine.OneThread ? name : name + " " + machine.cores();
  }
}
