package dev.interleave.sim.conform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.property.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What must hold between the answers for related sets of periodic tasks. */
class PeriodicRelationsTest {
  private static final int CASES = 400;
  private static final long FACTOR = 5;
  private static final long SHIFT = 1_000_003;

  private final Benches benches = new Benches();

  @AfterEach
  void close() {
    benches.close();
  }

  /** A set of tasks and how they are scheduled. */
  private record Tasks(
      String policy, int cores, String miss, long horizon, List<PeriodicTask> list) {

    static Tasks random(Seeded seeded) {
      List<PeriodicTask> list = new ArrayList<>();
      for (int i = seeded.between(1, 5); i > 0; i--) {
        long period = seeded.between(4, 30);
        list.add(
            new PeriodicTask(
                "T" + i,
                seeded.between(0, 10),
                period,
                seeded.between(1, 8),
                seeded.between(3, (int) period),
                seeded.between(1, 4)));
      }
      return new Tasks(
          seeded.oneOf(List.of("FP", "RM", "DM")),
          seeded.between(1, 3),
          seeded.oneOf(List.of("continue", "abort")),
          120,
          list);
    }

    Tasks with(long newHorizon, UnaryOperator<PeriodicTask> change) {
      return new Tasks(policy, cores, miss, newHorizon, list.stream().map(change).toList());
    }

    String record() {
      return String.format(
          "{\"id\":\"x\",\"kind\":\"realtime\",\"policy\":\"%s\",\"cores\":%d,"
              + "\"params\":{\"horizon\":%d,\"miss\":\"%s\"},\"tasks\":[%s]}",
          policy,
          cores,
          horizon,
          miss,
          list.stream().map(Tasks::json).collect(Collectors.joining(",")));
    }

    private static String json(PeriodicTask task) {
      return String.format(
          "{\"id\":\"%s\",\"offset\":%d,\"period\":%d,\"wcet\":%d,\"deadline\":%d,\"priority\":%d}",
          task.id(), task.offset(), task.period(), task.wcet(), task.deadline(), task.priority());
    }
  }

  private JsonFields answer(Tasks tasks) {
    OracleRecord record = OracleRecord.of(JsonFields.parse(tasks.record()));
    return new JsonFields(Map.copyOf(Question.of(record).answer(benches)));
  }

  /** Start and finish of each job, moved and stretched. */
  private List<String> jobs(Tasks tasks, UnaryOperator<Long> change) {
    List<String> jobs = new ArrayList<>();
    for (JsonFields job : answer(tasks).objects("jobs")) {
      jobs.add(
          job.text("job")
              + " "
              + changed(job.maybe("start").orElse(null), change)
              + " "
              + changed(job.maybe("finish").orElse(null), change)
              + " "
              + job.fields().get("missed"));
    }
    return jobs;
  }

  private static String changed(@Nullable Long time, UnaryOperator<Long> change) {
    return time == null ? "never" : change.apply(time).toString();
  }

  @Test
  void theUnitOfTimeDoesNotMatter() {
    Seeded.cases(
        CASES,
        seeded -> {
          Tasks tasks = Tasks.random(seeded);
          Tasks slower =
              tasks.with(
                  tasks.horizon * FACTOR,
                  task ->
                      new PeriodicTask(
                          task.id(),
                          task.offset() * FACTOR,
                          task.period() * FACTOR,
                          task.wcet() * FACTOR,
                          task.deadline() * FACTOR,
                          task.priority()));
          assertThat(jobs(slower, time -> time))
              .as(tasks.record())
              .isEqualTo(jobs(tasks, time -> time * FACTOR));
        });
  }

  @Test
  void theTimeOfDayDoesNotMatter() {
    Seeded.cases(
        CASES,
        seeded -> {
          Tasks tasks = Tasks.random(seeded);
          Tasks later =
              tasks.with(
                  tasks.horizon + SHIFT,
                  task ->
                      new PeriodicTask(
                          task.id(),
                          task.offset() + SHIFT,
                          task.period(),
                          task.wcet(),
                          task.deadline(),
                          task.priority()));
          assertThat(jobs(later, time -> time))
              .as(tasks.record())
              .isEqualTo(jobs(tasks, time -> time + SHIFT));
        });
  }

  /** Liu and Layland, JACM 20 (1973): rate monotonic meets all deadlines up to this load. */
  @Test
  void rateMonotonicMissesNothingBelowTheBoundOfLiuAndLayland() {
    int[] below = {0};
    Seeded.cases(
        CASES,
        seeded -> {
          Tasks drawn = Tasks.random(seeded);
          Tasks tasks =
              new Tasks(
                  "RM",
                  1,
                  "continue",
                  2_000,
                  drawn.list.stream()
                      .map(
                          task ->
                              new PeriodicTask(
                                  task.id(),
                                  task.offset(),
                                  task.period(),
                                  Math.min(task.wcet(), Math.max(1, task.period() / 5)),
                                  task.period(),
                                  0))
                      .toList());
          double load = tasks.list.stream().mapToDouble(t -> (double) t.wcet() / t.period()).sum();
          int n = tasks.list.size();
          if (load <= n * (Math.pow(2, 1.0 / n) - 1)) {
            below[0]++;
            assertThat(answer(tasks).whole("misses")).as(tasks.record()).isZero();
          }
        });
    assertThat(below[0]).as("cases below the bound").isGreaterThan(CASES / 10);
  }
}
