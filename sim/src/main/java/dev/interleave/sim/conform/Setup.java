package dev.interleave.sim.conform;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.Machine.Requeue;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Priority;
import dev.interleave.kernel.policy.RoundRobin;
import java.time.Duration;

/**
 * What a workload runs on.
 *
 * @param switchCost of the machine, in ticks
 */
record Setup(Machine.Simulated machine, Policy policy, long switchCost) {
  private static final long SEED = 1;

  /** What a record of one-shot jobs asks for. */
  static Setup of(OracleRecord record) {
    return of(record, 1);
  }

  /** The same when a unit of the record's time is {@code unit} ticks. */
  static Setup of(OracleRecord record, long unit) {
    return on(record, policy(record, unit));
  }

  static Setup on(OracleRecord record, Policy policy) {
    JsonFields params = record.params();
    long cost = params.has("switch_cost") ? params.atLeast(0, "switch_cost") : 0;
    Machine.Simulated machine =
        new Machine.Simulated(
            record.cores(),
            SEED,
            Duration.ofNanos(cost),
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Long.MAX_VALUE / 2,
            requeue(params),
            0);
    return new Setup(machine, policy, cost);
  }

  private static Policy policy(OracleRecord record, long unit) {
    switch (record.policy()) {
      case "FCFS":
        return new Fifo();
      case "RR":
        return new RoundRobin(quantum(record, unit));
      case "PRIO_NP":
        return new Priority(false, Duration.ZERO);
      case "PRIO_P":
        return new Priority(true, Duration.ZERO);
      case "PRIO_RR":
        return new Priority(true, quantum(record, unit));
      default:
        throw new Unsupported("policy " + record.policy());
    }
  }

  private static Duration quantum(OracleRecord record, long unit) {
    JsonFields params = record.params();
    long ticks =
        unit == 1 ? params.atLeast(1, "quantum") : Math.round(params.positive("quantum") * unit);
    return Duration.ofNanos(Math.max(1, ticks));
  }

  private static Requeue requeue(JsonFields params) {
    String order = params.textOr("requeue", "after-arrivals");
    switch (order) {
      case "after-arrivals":
        return Requeue.AFTER_ARRIVALS;
      case "before-arrivals":
        return Requeue.BEFORE_ARRIVALS;
      default:
        throw new BadRecord("'requeue' must be after-arrivals or before-arrivals, not " + order);
    }
  }
}
