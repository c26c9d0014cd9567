package dev.interleave.sim.conform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Means over many jobs that come by Poisson processes: kind {@code analytic}. A unit of time is a
 * million ticks.
 */
final class LongRun implements Question {
  private static final long UNIT = 1_000_000;
  private static final long JOBS = 100_000;
  private static final long WARM_UP = 10_000;

  /** So many of one class are never in the system at once, at loads that have a mean at all. */
  private static final int WORKERS = 1000;

  private final Setup setup;
  private final List<ArrivalStream> classes;
  private final long count;
  private final long warmUp;

  LongRun(OracleRecord record) {
    JsonFields params = record.params();
    setup = Setup.of(record, UNIT);
    for (String other : List.of("think", "max_in_system")) {
      if (params.has(other)) {
        throw new Unsupported("analytic with '" + other + "'");
      }
    }
    classes =
        params.has("classes")
            ? params.objects("classes").stream().map(ArrivalStream::of).toList()
            : List.of(ArrivalStream.of(params));
    count = record.test().maybe("jobs").orElse(JOBS);
    warmUp = record.test().maybe("warmup_jobs").orElse(WARM_UP);
  }

  @Override
  public Map<String, Object> answer(Benches benches) {
    double rate = classes.stream().mapToDouble(ArrivalStream::rate).sum();
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      classes.get(i).addJobs(i, count / rate, UNIT, jobs);
    }
    jobs.sort(Comparator.comparingLong(Job::release));
    Workload workload = new Workload(workers(), shared(jobs), Workload.ENDLESS);
    Timeline timeline = benches.of(setup, workload.span()).run(workload);
    return new LongRunAnswer(timeline, setup.machine().cores(), UNIT, warmUp, classes.size())
        .fields();
  }

  /** Those of the first class first. */
  private List<Worker> workers() {
    List<Worker> workers = new ArrayList<>();
    Urgency.workers(classes.stream().map(ArrivalStream::priority).toList())
        .forEach(worker -> workers.addAll(Collections.nCopies(WORKERS, worker)));
    return workers;
  }

  /** The workers of a class take its jobs in turn. */
  private List<Job> shared(List<Job> jobs) {
    List<Job> shared = new ArrayList<>();
    for (Job job : jobs) {
      int worker = Integer.parseInt(job.name()) * WORKERS + shared.size() % WORKERS;
      shared.add(new Job(worker, job.name(), job.release(), job.burst(), job.cutAt()));
    }
    return shared;
  }
}
