package dev.interleave.sim.run;

import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.Plan;
import dev.interleave.sim.expect.Checked;
import dev.interleave.sim.metric.Metrics;
import java.util.List;
import java.util.Optional;

/**
 * What came of one run.
 *
 * @param plan what ran
 * @param outcome how it ended
 * @param digest of the whole trace; on {@code simulated} only
 * @param metrics what was measured
 * @param expectations what became of each, in the order of the scenario
 */
public record RunResult(
    Plan plan,
    Outcome outcome,
    Optional<String> digest,
    Metrics metrics,
    List<Checked> expectations) {

  /** Whether it broke no rule and did all that was expected. */
  public boolean good() {
    return outcome.end() != Outcome.End.FAILED && expectations.stream().noneMatch(Checked::unmet);
  }
}
