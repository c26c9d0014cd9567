package dev.interleave.sim.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.Plan;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Event;
import dev.interleave.kernel.trace.Event.Why;
import dev.interleave.kernel.trace.Sink;
import dev.interleave.sim.metric.MetricCatalog;
import dev.interleave.sim.metric.Tally;
import dev.interleave.sim.run.RunResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class LimitTest {
  private static final long MS = 1_000_000;

  private final Set<Integer> tried = new TreeSet<>();

  /** A run on so many cores whose events {@code happen} makes; the last one ends it. */
  private Column run(int cores, Outcome.End end, BiConsumer<Integer, List<Event>> happen) {
    tried.add(cores);
    List<Event> events = new ArrayList<>();
    happen.accept(cores, events);
    long last = events.get(events.size() - 1).at();
    Tally tally = new Tally(MetricCatalog.of(Map.of()), cores);
    Activity activity = new Activity();
    for (Sink sink : List.<Sink>of(tally, activity)) {
      events.forEach(sink::event);
      sink.event(new Event.Halted(last, 0, end.name()));
    }
    Machine machine = Machine.Simulated.of(cores, 1);
    Plan plan = new Plan("lab", machine, new Fifo(), Optional.empty(), List.of());
    Outcome outcome = new Outcome(end, Duration.ofNanos(last), Optional.empty());
    RunResult result = new RunResult(plan, outcome, Optional.empty(), tally.metrics(), List.of());
    return new Column("simulated " + cores, result, activity);
  }

  private String sentence(BiConsumer<Integer, List<Event>> happen) {
    IntFunction<Column> simulate = cores -> run(cores, Outcome.End.FINISHED, happen);
    return new Limit(simulate).sentence();
  }

  /** {@code count} parts of 10 ms each, as many at once as there are cores. */
  private static BiConsumer<Integer, List<Event>> parts(int count) {
    return (cores, events) -> {
      for (int part = 1; part <= count; part++) {
        events.add(new Event.Started(0, part, 0, "part." + part));
      }
      for (int done = 0; done < count; done += cores) {
        long from = (long) done / cores * 10 * MS;
        for (int i = 0; i < Math.min(cores, count - done); i++) {
          events.add(new Event.Taken(from, done + i + 1, i, "Go"));
        }
        for (int i = 0; i < Math.min(cores, count - done); i++) {
          events.add(new Event.Left(from + 10 * MS, done + i + 1, i, Why.COMPLETED, 10 * MS));
        }
      }
    };
  }

  @Test
  void partsThatRunAtOnceAreLimitedByTheirSpan() {
    assertThat(sentence(parts(4)))
        .isEqualTo("4 parts at once, span 10 ms: more than 4 cores cannot help.");
  }

  @Test
  void theLeastNumberOfCoresIsFoundAndNotOnlyAPowerOfTwo() {
    assertThat(sentence(parts(11)))
        .isEqualTo("11 parts at once, span 10 ms: more than 11 cores cannot help.");
    assertThat(tried).contains(10, 11);
  }

  @Test
  void oneAfterTheOtherNeedsOneCore() {
    BiConsumer<Integer, List<Event>> chain =
        (cores, events) -> {
          events.add(new Event.Started(0, 1, 0, "a"));
          events.add(new Event.Taken(0, 1, 0, "Go"));
          events.add(new Event.Left(10 * MS, 1, 0, Why.COMPLETED, 10 * MS));
        };
    assertThat(sentence(chain))
        .isEqualTo("Only one task at a time ever has work: more than 1 core cannot help.");
  }

  @Test
  void aSecondCoreThatHardlyHelpsIsToldAsSuch() {
    BiConsumer<Integer, List<Event>> chain =
        (cores, events) -> {
          long time = cores == 1 ? 100 * MS : 98 * MS;
          events.add(new Event.Started(0, 1, 0, "a"));
          events.add(new Event.Started(0, 2, 0, "b"));
          events.add(new Event.Taken(0, 1, 0, "Go"));
          events.add(new Event.Left(time, 1, 0, Why.COMPLETED, time));
        };
    assertThat(sentence(chain))
        .isEqualTo("One long chain of work: 2 cores gain only 2 %, and more than 2 nothing.");
  }

  @Test
  void waitingForADeviceNeedsNoMoreCoresAndNamesTheBusiest() {
    BiConsumer<Integer, List<Event>> waits =
        (cores, events) -> {
          events.add(new Event.Started(0, 1, 0, "walker"));
          events.add(new Event.Taken(0, 1, 0, "Go"));
          events.add(new Event.Left(10 * MS, 1, 0, Why.COMPLETED, 10 * MS));
          events.add(new Event.Sent(90 * MS, 1, 0, "Timer"));
          events.add(new Event.Taken(90 * MS, 1, 0, "Timer"));
          events.add(new Event.Left(100 * MS, 1, 0, Why.COMPLETED, 10 * MS));
        };
    assertThat(sentence(waits))
        .isEqualTo(
            "One core is busy 20 % of the time and waits for the rest: more cannot help."
                + " Busiest is walker: at work or at its device 100 % of the time.");
  }

  @Test
  void withoutCpuTimeNoCoreHelps() {
    BiConsumer<Integer, List<Event>> asleep =
        (cores, events) -> {
          events.add(new Event.Started(0, 1, 0, "sleeper"));
          events.add(new Event.Taken(0, 1, 0, "Go"));
          events.add(new Event.Left(0, 1, 0, Why.COMPLETED, 0));
          events.add(new Event.Sent(50 * MS, 1, 0, "Timer"));
        };
    assertThat(sentence(asleep)).startsWith("No CPU time is used: ").contains("sleeper");
  }

  @Test
  void coresThatCostMoreThanTheyGiveAreToldAsSuch() {
    BiConsumer<Integer, List<Event>> slower =
        (cores, events) -> {
          long time = cores == 1 ? 10 * MS : 15 * MS;
          events.add(new Event.Started(0, 1, 0, "a"));
          events.add(new Event.Started(0, 2, 0, "b"));
          events.add(new Event.Taken(0, 1, 0, "Go"));
          events.add(new Event.Left(time, 1, 0, Why.COMPLETED, time));
        };
    assertThat(sentence(slower)).isEqualTo("More cores make it slower: 10 ms on 1, 15 ms on 2.");
  }

  @Test
  void aRunThatIsCutShortIsNotJudged() {
    IntFunction<Column> endless = cores -> run(cores, Outcome.End.DRAINED, parts(2));
    assertThat(new Limit(endless).sentence()).contains("give --until");
  }

  @Test
  void whatAnotherTaskSendsEndsNoDeviceTime() {
    Activity activity = new Activity();
    List.<Event>of(
            new Event.Started(0, 1, 0, "a"),
            new Event.Taken(0, 1, 0, "Go"),
            new Event.Left(1, 1, 0, Why.COMPLETED, 1),
            new Event.Sent(9, 1, 2, "Reply"))
        .forEach(activity::event);
    assertThat(activity.busiest()).contains(new Activity.Work("a", 1, 0));
  }

  @Test
  void theDurationsOfARowShareUnitAndPrecision() {
    RowUnit unit = RowUnit.of(new long[] {20_300_000, 10_000_000, 5_000_000});
    assertThat(unit.text(20_300_000)).isEqualTo("20.3 ms");
    assertThat(unit.text(5_000_000)).isEqualTo("5.0 ms");
    RowUnit fine = RowUnit.of(new long[] {123_000, 400_000});
    assertThat(fine.text(123_000)).isEqualTo("0.12 ms");
  }
}
