package dev.interleave.sim.conform;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One question: a workload, and how to schedule it. What is asked of the tasks depends on the kind.
 *
 * @param id carried over to the answer
 * @param kind {@code schedule}, {@code realtime}, {@code bound} and more
 * @param policy by the name that scheduling theory has for it
 * @param cores at least 1
 * @param params of the policy
 * @param tasks in the order that breaks ties
 * @param test how long a long-run mean is to be measured
 */
record OracleRecord(
    String id,
    String kind,
    String policy,
    int cores,
    JsonFields params,
    List<JsonFields> tasks,
    JsonFields test) {
  private static final long MOST_CORES = 1 << 16;

  static OracleRecord of(JsonFields line) {
    return new OracleRecord(
        line.text("id"),
        line.text("kind"),
        line.text("policy"),
        cores(line),
        objectOrNone(line, "params"),
        line.has("tasks") ? named(line.objects("tasks")) : List.of(),
        objectOrNone(line, "test"));
  }

  /** Answers name tasks by their id. */
  private static List<JsonFields> named(List<JsonFields> tasks) {
    Set<String> ids = new HashSet<>();
    for (JsonFields task : tasks) {
      if (task.has("id") && !ids.add(task.text("id"))) {
        throw new BadRecord("two tasks have the id '" + task.text("id") + "'");
      }
    }
    return tasks;
  }

  private static JsonFields objectOrNone(JsonFields line, String name) {
    return line.has(name) ? line.object(name) : new JsonFields(Map.of());
  }

  private static int cores(JsonFields line) {
    long cores = line.has("cores") ? line.atLeast(1, "cores") : 1;
    if (cores > MOST_CORES) {
      throw new BadRecord("'cores' must be at most " + MOST_CORES + ", not " + cores);
    }
    return (int) cores;
  }
}
