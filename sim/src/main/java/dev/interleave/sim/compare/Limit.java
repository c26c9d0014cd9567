package dev.interleave.sim.compare;

import dev.interleave.sim.metric.Amounts;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Says in a sentence or two what holds a scenario back, from runs on virtual cores: as many as
 * there are tasks show the span, the least number that reaches it shows from where on more cannot
 * help.
 */
public final class Limit {
  private static final int MOST_CORES = 64;
  private static final double NEARLY = 1.0005;
  private static final double HARDLY = 1.05;

  private final IntFunction<Column> simulate;
  private final Map<Integer, Column> runs = new HashMap<>();

  /**
   * @param simulate runs the scenario on that many virtual cores
   */
  public Limit(IntFunction<Column> simulate) {
    this.simulate = simulate;
  }

  private Column on(int cores) {
    Column known = runs.get(cores);
    if (known == null) {
      known = simulate.apply(cores);
      runs.put(cores, known);
    }
    return known;
  }

  /** The sentence. */
  public String sentence() {
    Column one = on(1);
    if (!one.whole()) {
      return "It does not come to an end by itself, so there is nothing to compare: give --until.";
    }
    if (one.cpu() == 0) {
      return "No CPU time is used: all of it waits, and more cores cannot help." + bottleneck(one);
    }
    Column many = on(Math.max(2, Math.min(MOST_CORES, one.activity().tasks())));
    return nearly(one, many) ? oneIsEnough(one) : between(one, many);
  }

  private static boolean nearly(Column one, Column other) {
    return one.makespan() <= other.makespan() * NEARLY
        && other.makespan() <= one.makespan() * NEARLY;
  }

  private static String oneIsEnough(Column one) {
    String busy = share(one.activity().anyone(), one.makespan());
    return one.activity().anyone() >= one.makespan() / NEARLY
        ? "Only one task at a time ever has work: more than 1 core cannot help."
        : "One core is busy "
            + busy
            + " of the time and waits for the rest: more cannot help."
            + bottleneck(one);
  }

  private String between(Column one, Column many) {
    if (many.makespan() > one.makespan()) {
      return "More cores make it slower: "
          + duration(one.makespan())
          + " on 1, "
          + duration(many.makespan())
          + " on "
          + many.cores()
          + ".";
    }
    int enough = enough(many);
    if (one.makespan() < many.makespan() * HARDLY) {
      long gain = one.makespan() - many.makespan();
      return "One long chain of work: "
          + enough
          + " cores gain only "
          + share(gain, one.makespan())
          + ", and more than "
          + enough
          + " nothing.";
    }
    int parts = many.activity().peak();
    return (parts > 1 ? parts + " parts at once, " : "")
        + "span "
        + duration(many.makespan())
        + ": more than "
        + enough
        + (enough == 1 ? " core" : " cores")
        + " cannot help."
        + bottleneck(many);
  }

  /** The least number of cores that is as fast as many: between too few and surely enough. */
  private int enough(Column many) {
    int tooFew = 1;
    int enough = Math.max(2, Math.min(many.cores(), many.activity().peak()));
    while (enough < many.cores() && !nearly(on(enough), many)) {
      tooFew = enough;
      enough = Math.min(many.cores(), 2 * enough);
    }
    while (enough - tooFew > 1) {
      int middle = (tooFew + enough) / 2;
      if (nearly(on(middle), many)) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return enough;
  }

  /** Who is at work most, where devices and timers take more of the time than cores do. */
  private static String bottleneck(Column column) {
    Optional<Activity.Work> busiest = column.activity().busiest();
    return busiest
        .filter(it -> it.device() > it.cpu() && 2 * it.atWork() > column.makespan())
        .map(
            it ->
                " Busiest is "
                    + it.name()
                    + ": at work or at its device "
                    + share(it.atWork(), column.makespan())
                    + " of the time.")
        .orElse("");
  }

  private static String share(long part, long whole) {
    return Amounts.percent(BigDecimal.valueOf(100.0 * Math.min(part, whole) / Math.max(1, whole)));
  }

  private static String duration(long nanos) {
    return Amounts.duration(BigDecimal.valueOf(nanos));
  }
}
