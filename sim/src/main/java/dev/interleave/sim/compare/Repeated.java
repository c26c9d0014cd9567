package dev.interleave.sim.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A run on the wall clock, measured several times: the first one finds a cold Java and does not
 * count, unless it took so long that this is nothing beside it.
 *
 * @param nanos the wall clock
 */
public record Repeated(LongSupplier nanos) {
  private static final int COUNTED = 3;
  private static final long ENOUGH = Duration.ofSeconds(2).toNanos();

  /**
   * The median, by makespan, of the runs that count; the first run that is cut short, if one is.
   */
  public Column median(Supplier<Column> run) {
    long start = nanos.getAsLong();
    Column first = run.get();
    List<Column> counted = new ArrayList<>();
    Column last = first;
    while (last.whole() && counted.size() < COUNTED && nanos.getAsLong() - start < ENOUGH) {
      last = run.get();
      counted.add(last);
    }
    return last.whole() ? middle(counted.isEmpty() ? List.of(first) : counted) : last;
  }

  private static Column middle(List<Column> counted) {
    List<Column> sorted = new ArrayList<>(counted);
    sorted.sort(Comparator.comparingLong(Column::makespan));
    return sorted.get(sorted.size() / 2).ofRuns(sorted.size());
  }
}
