package dev.interleave.sim.conform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The fields of an answer to {@link OneShot}, in ticks. */
final class OneShotAnswer {
  private final int cores;
  private final Setup setup;
  private final Timeline timeline;
  private final List<Job> jobs;

  OneShotAnswer(Setup setup, Timeline timeline) {
    this.cores = setup.machine().cores();
    this.setup = setup;
    this.timeline = timeline;
    this.jobs = timeline.jobs();
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("finish", byName(timeline.finished()));
    fields.put("first_run", byName(timeline.begun()));
    if (!jobs.isEmpty()) {
      averages(fields);
    }
    fields.put("preemptions_total", timeline.preemptions(cores > 1));
    fields.put("timeline", timeline.pieces(cores > 1).stream().map(Piece::fields).toList());
    if (setup.switchCost() > 0) {
      fields.put("switches", timeline.switches());
      fields.put("overhead_total", timeline.switches() * setup.switchCost());
    }
    return fields;
  }

  private void averages(Map<String, Object> fields) {
    double turnaround = mean(job -> finished(job) - jobs.get(job).release());
    double burst = mean(job -> jobs.get(job).burst());
    fields.put("turnaround_avg", turnaround);
    fields.put("waiting_avg", turnaround - burst);
    fields.put("response_avg", mean(job -> begun(job) - jobs.get(job).release()));
    long makespan = timeline.finished().values().stream().mapToLong(at -> at).max().orElse(0);
    fields.put("makespan", makespan);
    fields.put("utilization", burst * jobs.size() / cores / makespan);
  }

  private double mean(ToLongFunction<Integer> time) {
    double sum = 0;
    for (int job = 0; job < jobs.size(); job++) {
      sum += time.applyAsLong(job);
    }
    return sum / jobs.size();
  }

  /** When each job was served in full, by its name. */
  Map<String, Object> finish() {
    return byName(timeline.finished());
  }

  private long finished(int job) {
    return timeline.finished().getOrDefault(job, 0L);
  }

  private long begun(int job) {
    return timeline.begun().getOrDefault(job, 0L);
  }

  private Map<String, Object> byName(Map<Integer, Long> times) {
    Map<String, Object> named = new LinkedHashMap<>();
    times.forEach((job, at) -> named.put(jobs.get(job).name(), at));
    return named;
  }
}
