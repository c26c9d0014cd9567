package dev.interleave.sim.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Jobs that come once, each to an actor of its own: kind {@code schedule}. */
final class OneShot implements Question {
  private final Setup setup;
  private final Workload workload;

  OneShot(OracleRecord record) {
    this(record, Setup.of(record));
  }

  /** The jobs of {@code record} under another policy. */
  OneShot(OracleRecord record, Setup setup) {
    this.setup = setup;
    this.workload = workload(record.tasks());
  }

  private static Workload workload(List<JsonFields> tasks) {
    List<Long> keys = new ArrayList<>();
    List<Job> jobs = new ArrayList<>();
    for (JsonFields task : tasks) {
      jobs.add(job(jobs.size(), task));
      keys.add(task.maybe("priority").orElse(0L));
    }
    return new Workload(Urgency.workers(keys), jobs, Workload.ENDLESS);
  }

  private static Job job(int worker, JsonFields task) {
    if (!task.has("burst")) {
      throw new Unsupported("a burst without end");
    }
    return new Job(
        worker, task.text("id"), task.atLeast(0, "arrival"), task.atLeast(0, "burst"), Job.NEVER);
  }

  @Override
  public Map<String, Object> answer(Benches benches) {
    return run(benches).fields();
  }

  OneShotAnswer run(Benches benches) {
    return new OneShotAnswer(setup, benches.of(setup, workload.span()).run(workload));
  }
}
