package dev.interleave.sim.run;

import dev.interleave.kernel.Host;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.Plan;
import dev.interleave.kernel.runtime.Kernel;
import dev.interleave.kernel.trace.Sink;
import dev.interleave.sim.metric.Metrics;
import dev.interleave.sim.metric.Tally;
import dev.interleave.sim.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs a scenario once, on the calling thread.
 *
 * @param scenario what to run
 * @param sinks take every event
 * @param host what devices may use of this machine
 * @param booted is told when everything has started and before anything has had a turn on virtual
 *     time; it may keep the kernel, to drain it
 */
public record Execution(Scenario scenario, List<Sink> sinks, Host host, Consumer<Kernel> booted) {

  /** Runs to the end. */
  public RunResult run() {
    Plan plan = scenario.plan();
    Tally tally = new Tally(scenario.metrics(), plan.machine().cores());
    List<Sink> all = new ArrayList<>(List.of(tally));
    all.addAll(sinks);
    Kernel kernel = Kernel.boot(plan, all, host, scenario.types().classes());
    booted.accept(kernel);
    Outcome outcome = kernel.run();
    return result(kernel, outcome, tally.metrics());
  }

  private RunResult result(Kernel kernel, Outcome outcome, Metrics metrics) {
    Plan plan = scenario.plan();
    return new RunResult(
        plan,
        outcome,
        kernel.digest(),
        metrics,
        scenario.expect().stream().map(it -> it.check(metrics, plan.machine())).toList());
  }
}
