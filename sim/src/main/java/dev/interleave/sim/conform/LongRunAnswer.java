package dev.interleave.sim.conform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The fields of an answer to {@link LongRun}, in the record's unit of time. */
final class LongRunAnswer {
  private final Timeline timeline;
  private final int cores;
  private final double unit;
  private final int from;
  private final int classes;

  /**
   * @param unit ticks
   * @param warmUp how many jobs are not counted at the beginning
   */
  LongRunAnswer(Timeline timeline, int cores, double unit, long warmUp, int classes) {
    this.timeline = timeline;
    this.cores = cores;
    this.unit = unit;
    this.from = (int) Math.min(warmUp, timeline.jobs().size() / 2);
    this.classes = classes;
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    double turnaround = mean(job -> true, this::turnaround);
    fields.put("mean_turnaround", turnaround);
    fields.put("mean_wait", turnaround - mean(job -> true, this::burst));
    fields.put("p_wait", mean(job -> true, job -> waited(job) ? 1 : 0));
    fields.put("mean_in_system", turnaround * throughput());
    fields.put("throughput", throughput());
    fields.put("utilization", mean(job -> true, this::burst) * throughput() / cores);
    if (classes > 1) {
      fields.put("mean_turnaround_by_class", byClass());
    }
    return fields;
  }

  private List<Double> byClass() {
    List<Double> means = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      String name = Integer.toString(i);
      means.add(mean(job -> job(job).name().equals(name), this::turnaround));
    }
    return means;
  }

  private double mean(IntPredicate which, IntToDoubleFunction value) {
    return IntStream.range(from, timeline.jobs().size())
        .filter(which)
        .mapToDouble(value)
        .average()
        .orElse(0);
  }

  private Job job(int number) {
    return timeline.jobs().get(number);
  }

  private double turnaround(int job) {
    return (timeline.finished().getOrDefault(job, 0L) - job(job).release()) / unit;
  }

  private double burst(int job) {
    return job(job).burst() / unit;
  }

  private boolean waited(int job) {
    return timeline.begun().getOrDefault(job, 0L) > job(job).release();
  }

  /** Jobs a unit of time, over the time that is counted. */
  private double throughput() {
    int last = timeline.jobs().size() - 1;
    return last <= from ? 0 : (last - from) / ((job(last).release() - job(from).release()) / unit);
  }
}
