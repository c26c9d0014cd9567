package dev.interleave.sim.cli;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.Part;
import dev.interleave.kernel.Plan;
import dev.interleave.sim.metric.Amounts;
import dev.interleave.sim.report.MachineWords;
import dev.interleave.sim.report.PolicyWords;
import dev.interleave.sim.scenario.Scenario;
import java.time.Duration;
import java.util.Optional;
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

  /** What ends a run that nothing of the scenario ends; empty where something does. */
  Optional<String> endless() {
    Plan plan = scenario.plan();
    boolean ends =
        plan.machine() instanceof Machine.Simulated
            || plan.until().isPresent()
            || plan.parts().stream().anyMatch(Part.ProgramPart.class::isInstance);
    return ends ? Optional.empty() : Optional.of("no programs and no until: Ctrl-C ends it");
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
