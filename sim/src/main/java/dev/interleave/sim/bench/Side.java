package dev.interleave.sim.bench;

import java.util.function.LongSupplier;

/**
 * One of two that are compared.
 *
 * @param name as in the table
 * @param once does the work once; nanoseconds, or bytes where memory is compared
 */
record Side(String name, LongSupplier once) {

  /** {@code runner} on {@code workload}. */
  static Side of(Runner runner, Workload workload) {
    return new Side(runner.name(), () -> runner.run(workload));
  }
}
