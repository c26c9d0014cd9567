package dev.interleave.sim.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.Plan;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.sim.metric.MetricCatalog;
import dev.interleave.sim.metric.Tally;
import dev.interleave.sim.run.RunResult;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepeatedTest {
  private long clock;

  private Column run(long millis, Outcome.End end) {
    clock += Duration.ofMillis(millis).toNanos();
    Plan plan = new Plan("lab", new Machine.OneThread(1), new Fifo(), Optional.empty(), List.of());
    Outcome outcome = new Outcome(end, Duration.ofMillis(millis), Optional.empty());
    Tally tally = new Tally(MetricCatalog.of(Map.of()), 1);
    return new Column(
        "one-thread",
        new RunResult(plan, outcome, Optional.empty(), tally.metrics(), List.of()),
        new Activity());
  }

  private Column median(Long... millis) {
    ArrayDeque<Long> left = new ArrayDeque<>(List.of(millis));
    return new Repeated(() -> clock).median(() -> run(left.remove(), Outcome.End.FINISHED));
  }

  @Test
  void theFirstRunDoesNotCountAndTheMiddleOfTheOthersDoes() {
    Column column = median(90L, 25L, 20L, 22L);
    assertThat(column.makespan()).isEqualTo(Duration.ofMillis(22).toNanos());
    assertThat(column.runs()).isEqualTo(3);
    assertThat(new ComparisonTable(List.of(column)).note())
        .contains("On the wall clock: the median of 3 runs, after one that does not count.");
  }

  @Test
  void aLongRunCountsAtOnce() {
    Column column = median(5000L);
    assertThat(column.makespan()).isEqualTo(Duration.ofSeconds(5).toNanos());
    assertThat(new ComparisonTable(List.of(column)).note()).isEmpty();
  }

  @Test
  void aRunThatIsCutShortEndsTheRepeating() {
    Column column = new Repeated(() -> clock).median(() -> run(10, Outcome.End.DRAINED));
    assertThat(column.whole()).isFalse();
  }
}
