package dev.interleave.sim.conform;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.RandomOrder;
import dev.interleave.kernel.policy.RoundRobin;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Limits that every policy must respect: kind {@code bound}, answered with several policies. */
final class Bounds implements Question {
  private final Map<String, OneShot> runs = new LinkedHashMap<>();

  Bounds(OracleRecord record) {
    if (!record.policy().equals("ANY_WORK_CONSERVING")) {
      throw new Unsupported("policy " + record.policy());
    }
    add("FCFS", record, new Fifo());
    add("RR", record, new RoundRobin(Duration.ofNanos(1)));
    add("RANDOM", record, new RandomOrder());
  }

  private void add(String name, OracleRecord record, Policy policy) {
    runs.put(name, new OneShot(record, Setup.on(record, policy)));
  }

  @Override
  public Map<String, Object> answer(Benches benches) {
    Map<String, Object> finish = new LinkedHashMap<>();
    runs.forEach((name, run) -> finish.put(name, run.run(benches).finish()));
    return Map.of("finish", finish);
  }
}
