package dev.interleave.sim.conform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of an answer to {@link Periodic}, in ticks. */
final class PeriodicAnswer {
  private final List<PeriodicTask> tasks;
  private final Workload workload;
  private final boolean anyCore;
  private final Timeline timeline;
  private final List<Map<String, @Nullable Object>> jobs = new ArrayList<>();
  private final Map<String, Object> maxResponse = new LinkedHashMap<>();
  private long misses;

  PeriodicAnswer(List<PeriodicTask> tasks, Workload workload, Setup setup, Timeline timeline) {
    this.tasks = tasks;
    this.workload = workload;
    this.anyCore = setup.machine().cores() > 1;
    this.timeline = timeline;
    for (int i = 0; i < workload.jobs().size(); i++) {
      add(workload.jobs().get(i), startOf(i), timeline.finished().get(i));
    }
  }

  /** What gets its core at the horizon itself has not started before it. */
  private @Nullable Long startOf(int job) {
    Long begun = timeline.begun().get(job);
    return begun != null && begun < workload.horizon() ? begun : null;
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("jobs", jobs);
    fields.put("misses", misses);
    fields.put("max_response", maxResponse);
    fields.put("preemptions_total", timeline.preemptions(anyCore));
    fields.put("timeline", timeline.pieces(anyCore).stream().map(Piece::fields).toList());
    return fields;
  }

  private void add(Job job, @Nullable Long start, @Nullable Long finish) {
    PeriodicTask task = tasks.get(job.worker());
    long deadline = task.deadlineOf(job.release());
    boolean missed = finish == null ? deadline <= workload.horizon() : finish > deadline;
    misses += missed ? 1 : 0;
    if (finish != null) {
      maxResponse.merge(task.id(), finish - job.release(), PeriodicAnswer::larger);
    }
    jobs.add(fields(job, deadline, start, finish, missed));
  }

  private static Map<String, @Nullable Object> fields(
      Job job, long deadline, @Nullable Long start, @Nullable Long finish, boolean missed) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("job", job.name());
    fields.put("release", job.release());
    fields.put("deadline", deadline);
    fields.put("start", start);
    fields.put("finish", finish);
    fields.put("missed", missed);
    return fields;
  }

  private static Object larger(Object a, Object b) {
    return Math.max((long) a, (long) b);
  }
}
