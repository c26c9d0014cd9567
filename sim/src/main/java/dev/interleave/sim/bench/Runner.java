package dev.interleave.sim.bench;

/** What runs a workload. */
interface Runner {

  /** How it is called in the table. */
  String name();

  /** Runs {@code workload} once on a system of its own; nanoseconds from the first message on. */
  long run(Workload workload);
}
