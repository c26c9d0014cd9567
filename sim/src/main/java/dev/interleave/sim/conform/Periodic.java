package dev.interleave.sim.conform;

import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Tasks whose jobs come again and again, each task one actor: kind {@code realtime}. */
final class Periodic implements Question {
  private static final long MOST_JOBS = 10_000_000;

  private final List<PeriodicTask> tasks;
  private final Optional<Partition> partition;
  private final Setup setup;
  private final Workload workload;
  private final boolean cuts;

  Periodic(OracleRecord record) {
    Function<PeriodicTask, Long> key = key(record.policy());
    tasks = record.tasks().stream().map(PeriodicTask::of).toList();
    cuts = cuts(record.params());
    partition = Partition.of(record, tasks);
    Policy policy = new Priority();
    Policy placed = partition.<Policy>map(p -> new Pinned(policy, p.cores())).orElse(policy);
    List<Long> keys = tasks.stream().map(key).toList();
    setup = Setup.on(record, placed);
    workload = workload(keys, record.params().atLeast(1, "horizon"));
  }

  private static boolean cuts(JsonFields params) {
    String miss = params.textOr("miss", "continue");
    if (!miss.equals("continue") && !miss.equals("abort")) {
      throw new BadRecord("'miss' must be continue or abort, not " + miss);
    }
    return miss.equals("abort");
  }

  private static Function<PeriodicTask, Long> key(String policy) {
    switch (policy) {
      case "FP":
        return PeriodicTask::priority;
      case "RM":
        return PeriodicTask::period;
      case "DM":
        return PeriodicTask::deadline;
      default:
        throw new Unsupported("policy " + policy);
    }
  }

  private Workload workload(List<Long> keys, long horizon) {
    List<Job> jobs = new ArrayList<>();
    for (int worker = 0; worker < tasks.size(); worker++) {
      addJobs(worker, horizon, jobs);
    }
    return new Workload(Urgency.workers(keys), jobs, horizon);
  }

  private void addJobs(int worker, long horizon, List<Job> jobs) {
    PeriodicTask task = tasks.get(worker);
    for (long n = 1; task.release(n) < horizon; n++) {
      if (jobs.size() == MOST_JOBS) {
        throw new Unsupported("more than " + MOST_JOBS + " jobs");
      }
      jobs.add(task.job(worker, n, cuts));
    }
  }

  @Override
  public Map<String, Object> answer(Benches benches) {
    Timeline timeline = benches.of(setup, workload.span()).run(workload);
    Map<String, Object> fields = new PeriodicAnswer(tasks, workload, setup, timeline).fields();
    partition.ifPresent(p -> fields.put("assignment", p.byName(tasks)));
    return fields;
  }
}
