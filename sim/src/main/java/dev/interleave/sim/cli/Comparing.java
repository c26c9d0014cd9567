package dev.interleave.sim.cli;

import dev.interleave.kernel.Machine;
import dev.interleave.sim.compare.Activity;
import dev.interleave.sim.compare.Column;
import dev.interleave.sim.compare.Repeated;
import dev.interleave.sim.run.RunResult;
import dev.interleave.sim.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/** Runs the columns of a comparison. */
record Comparing(Session session, Interruption interruption, Variants variants, BatchInput input) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * One run of each, in the order given. Those on virtual time go first: on the wall clock it
   * matters that this Java has warmed up.
   */
  List<Column> columns(List<Scenario> scenarios, boolean policy, Progress progress) {
    IdentityHashMap<Scenario, Column> made = new IdentityHashMap<>();
    List<Scenario> order = new ArrayList<>(scenarios);
    order.sort(Comparator.comparing(it -> !(it.plan().machine() instanceof Machine.Simulated)));
    for (Scenario scenario : order) {
      progress.at(Variants.title(scenario, policy));
      made.put(scenario, measured(scenario, policy));
    }
    return scenarios.stream().map(it -> Objects.requireNonNull(made.get(it))).toList();
  }

  private Column measured(Scenario scenario, boolean policy) {
    return scenario.plan().machine() instanceof Machine.Simulated
        ? column(scenario, policy)
        : new Repeated(System::nanoTime).median(() -> column(scenario, policy));
  }

  private Column column(Scenario scenario, boolean policy) {
    Activity activity = new Activity();
    RunResult result =
        new BatchRun(interruption, PATIENCE).run(scenario, List.of(activity), input.host(scenario));
    return new Column(Variants.title(scenario, policy), result, activity);
  }

  /** A run on that many virtual cores; one that was made already will do. */
  Column simulated(int cores, List<Column> made) {
    String title = "simulated " + cores;
    return made.stream()
        .filter(it -> it.title().equals(title))
        .findFirst()
        .orElseGet(() -> column(variants.simulated(cores), false));
  }

  /** What the process says of it: that all runs came to their own ends. */
  int exit(Scenario scenario, List<Column> columns) {
    for (Column column : columns) {
      column
          .result()
          .outcome()
          .failure()
          .ifPresent(why -> session.tell(column.title() + " failed: " + why));
      if (!column.whole() && column.result().outcome().failure().isEmpty()) {
        session.tell(
            column.title()
                + " was cut short after "
                + PATIENCE.toSeconds()
                + " s: the scenario does not end by itself; give --until");
      }
    }
    boolean whole = columns.stream().allMatch(Column::whole);
    if (!whole) {
      session.tell(new Replay(session).line(scenario));
    }
    return whole ? Exit.OK : Exit.FAILED;
  }
}
