package dev.interleave.sim.conform;

import dev.interleave.kernel.dispatch.Machine;
import dev.interleave.kernel.dispatch.Machine.Requeue;
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
    return on(record, policy(record));
  }

  static Setup on(OracleRecord record, Policy policy) {
    JsonObject params = record.params();
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

  private static Policy policy(OracleRecord record) {
    switch (record.policy()) {
      case "FCFS":
        return new Fifo();
      case "RR":
        return new RoundRobin(quantum(record));
      case "PRIO_NP":
        return new Priority(false, Duration.ZERO);
      case "PRIO_P":
        return new Priority(true, Duration.ZERO);
      case "PRIO_RR":
        return new Priority(true, quantum(record));
      default:
        throw new Unsupported("policy " + record.policy());
    }
  }

  private static Duration quantum(OracleRecord record) {
    return Duration.ofNanos(record.params().atLeast(1, "quantum"));
  }

  private static Requeue requeue(JsonObject params) {
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
