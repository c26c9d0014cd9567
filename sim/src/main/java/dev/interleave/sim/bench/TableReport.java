package dev.interleave.sim.bench;

import java.util.List;
import java.util.Locale;

/** A table for people. */
final class TableReport implements Report {
  private final int width;

  TableReport(List<Contest> contests) {
    width = contests.stream().mapToInt(it -> it.title().length()).max().orElse(0);
  }

  @Override
  public List<String> head() {
    Runtime runtime = Runtime.getRuntime();
    return List.of(
        "JDK "
            + Runtime.version().feature()
            + ", "
            + runtime.availableProcessors()
            + " processors, collector "
            + Collectors.inUse(),
        "",
        String.format(
            Locale.ROOT,
            "%-" + width + "s  %9s %9s  %6s  %-15s  %s",
            "ours, on what / theirs",
            "ours",
            "theirs",
            "times",
            "quartiles",
            "goal"));
  }

  @Override
  public String line(Contest contest, Result result) {
    return String.format(
            Locale.ROOT,
            "%-" + width + "s  %9s %9s  %6.2f  %-15s  %-8s%s",
            contest.title(),
            contest.unit().text(result.ours()),
            contest.unit().text(result.theirs()),
            result.ratio(),
            String.format(Locale.ROOT, "%.2f .. %.2f", result.low(), result.high()),
            contest.goal().text(),
            contest.goal().isMetBy(result) ? "" : " !")
        .stripTrailing();
  }
}
