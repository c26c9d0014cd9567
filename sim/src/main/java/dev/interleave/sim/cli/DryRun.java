package dev.interleave.sim.cli;

import dev.interleave.kernel.Part;
import dev.interleave.sim.report.Table;
import dev.interleave.sim.scenario.Scenario;
import java.util.concurrent.Callable;

/** Says what a scenario would run. */
record DryRun(Session session, Scenario scenario) implements Callable<Integer> {

  @Override
  public Integer call() {
    Banner banner = new Banner(session, scenario);
    session.out().print().println(banner.title());
    Table table = Table.ofWords();
    scenario.plan().parts().forEach(part -> table.row(row(part)));
    table.lines().forEach(line -> session.out().print().println("  " + line));
    session.out().print().println("no mistakes; nothing was started (--dry-run)");
    return Exit.OK;
  }

  private static String[] row(Part part) {
    String kind = part instanceof Part.DriverPart ? "driver" : "program";
    String uses = part.uses().isEmpty() ? "" : "uses " + String.join(", ", part.uses());
    return new String[] {kind, part.name(), uses};
  }
}
