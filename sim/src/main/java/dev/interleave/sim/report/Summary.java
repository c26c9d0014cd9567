package dev.interleave.sim.report;

import dev.interleave.sim.expect.Checked.Verdict;
import dev.interleave.sim.metric.Amounts;
import dev.interleave.sim.run.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The few lines at the end of a run. */
public record Summary(RunResult result) {

  /** The lines, without anything around them. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(first()));
    keyToScreen().ifPresent(lines::add);
    expectations().ifPresent(lines::add);
    result.digest().ifPresent(digest -> lines.add("digest " + digest));
    return lines;
  }

  private String first() {
    return result.plan().name()
        + " on "
        + MachineWords.title(result.plan().machine())
        + ", seed "
        + result.plan().machine().seed()
        + ", "
        + Amounts.duration(result.outcome().elapsed())
        + early()
        + ": "
        + Amounts.count(number("turns"), "turn")
        + ", "
        + Amounts.count(number("drops"), "drop")
        + ", core busy "
        + shown("core.busy");
  }

  private String early() {
    return switch (result.outcome().end()) {
      case DRAINED -> " (interrupted)";
      case FAILED -> " (failed)";
      case UNTIL, EXITED, FINISHED -> "";
    };
  }

  private long number(String metric) {
    return result.metrics().amount(metric);
  }

  private String shown(String metric) {
    return result.metrics().find(metric).map(Amounts::shown).orElse("-");
  }

  private Optional<String> keyToScreen() {
    return KeyLatency.metric(result.metrics())
        .map(
            name ->
                "key to screen   p50 " + shown(name + ".p50") + ", p99 " + shown(name + ".p99"));
  }

  private Optional<String> expectations() {
    long met = count(Verdict.MET);
    long unmet = count(Verdict.UNMET);
    long skipped = count(Verdict.SKIPPED);
    if (met + unmet == 0) {
      return Optional.empty();
    }
    return Optional.of(
        "expectations: "
            + met
            + " met"
            + (unmet > 0 ? ", " + unmet + " not met" : "")
            + (skipped > 0 ? ", " + skipped + " for other dispatchers" : ""));
  }

  private long count(Verdict verdict) {
    return result.expectations().stream().filter(it -> it.verdict() == verdict).count();
  }
}
