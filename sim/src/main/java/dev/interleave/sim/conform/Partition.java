package dev.interleave.sim.conform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which core each task is pinned to.
 *
 * @param cores by the task's place in the list
 */
record Partition(List<Integer> cores) {

  /** What {@code record} asks for; empty when its tasks may run anywhere. */
  static Optional<Partition> of(OracleRecord record, List<PeriodicTask> tasks) {
    String placement = record.params().textOr("placement", "global");
    switch (placement) {
      case "global":
        return Optional.empty();
      case "partitioned":
        return Optional.of(packed(record, tasks));
      default:
        throw new Unsupported("placement " + placement);
    }
  }

  private static Partition packed(OracleRecord record, List<PeriodicTask> tasks) {
    String packing = record.params().text("packing");
    switch (packing) {
      case "FFD":
        return new Packing(tasks, record.cores()).firstFitDecreasing();
      case "WF":
        return new Packing(tasks, record.cores()).worstFit();
      default:
        throw new Unsupported("packing " + packing);
    }
  }

  Map<String, Object> byName(List<PeriodicTask> tasks) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < tasks.size(); i++) {
      named.put(tasks.get(i).id(), cores.get(i));
    }
    return named;
  }
}
