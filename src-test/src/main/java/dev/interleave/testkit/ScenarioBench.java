package dev.interleave.testkit;

import dev.interleave.kernel.Host;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.Plan;
import dev.interleave.kernel.runtime.Kernel;
import dev.interleave.kernel.trace.Event;
import dev.interleave.sim.expect.Checked;
import dev.interleave.sim.run.Execution;
import dev.interleave.sim.run.RunResult;
import dev.interleave.sim.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Runs a scenario in a test. Not threadsafe. */
public final class ScenarioBench {
  private final Scenario scenario;

  ScenarioBench(Scenario scenario) {
    this.scenario = scenario;
  }

  /** The scenario, as it will run. */
  public Scenario scenario() {
    return scenario;
  }

  /** One run, from boot to halt; each call is a run of its own. */
  public Run run() {
    return run(scenario.plan());
  }

  /**
   * Runs it once and says which of its expectations did not come true, and why it failed if it did;
   * empty when all is well.
   */
  public List<String> unmet() {
    RunResult result = new Execution(scenario, List.of(), Host.NONE, kernel -> {}).run();
    List<String> unmet = new ArrayList<>();
    result.outcome().failure().ifPresent(why -> unmet.add("the run failed: " + why));
    result.expectations().stream()
        .filter(Checked::unmet)
        .forEach(checked -> unmet.add(checked.complaint()));
    return unmet;
  }

  static Run run(Plan plan) {
    List<Event> events = new ArrayList<>();
    Kernel kernel = Kernel.boot(plan, List.of(events::add), Host.NONE);
    Outcome outcome = kernel.run();
    return new Run(outcome, kernel.digest().orElse(""), List.copyOf(events));
  }

  /**
   * What came out of a run.
   *
   * @param outcome how it ended
   * @param digest of the trace; empty on real cores
   * @param events the trace
   */
  public record Run(Outcome outcome, String digest, List<Event> events) {}
}
