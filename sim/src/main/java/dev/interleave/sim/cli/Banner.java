package dev.interleave.sim.cli;

import dev.interleave.kernel.Plan;
import dev.interleave.sim.metric.Amounts;
import dev.interleave.sim.report.MachineWords;
import dev.interleave.sim.report.PolicyWords;
import dev.interleave.sim.scenario.Scenario;
import java.time.Duration;
import java.util.stream.Collectors;

/** What is said before a run. */
record Banner(Session session, Scenario scenario) {
  private static final int NAMED = 12;

  /** {@code desktop · one-thread · round-robin 4 ms · seed 42}. */
  String title() {
    Plan plan = scenario.plan();
    return String.join(
        session.unicode() ? " · " : " - ",
        plan.name(),
        MachineWords.title(plan.machine()),
        PolicyWords.title(plan.policy(), scenario.types()),
        "seed " + plan.machine().seed());
  }

  /** {@code keyboard display nic vector are up (31 ms)}. */
  String up(Duration boot) {
    return names() + " (" + Amounts.duration(boot) + ")";
  }

  private String names() {
    int count = scenario.plan().parts().size();
    String names =
        scenario.plan().parts().stream()
            .limit(NAMED)
            .map(part -> part.name())
            .collect(Collectors.joining(" "));
    String rest = count > NAMED ? " and " + (count - NAMED) + " more" : "";
    return names + rest + (count == 1 ? " is up" : " are up");
  }
}
