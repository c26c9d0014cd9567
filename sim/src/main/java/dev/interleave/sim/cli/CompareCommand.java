package dev.interleave.sim.cli;

import dev.interleave.sim.compare.Column;
import dev.interleave.sim.compare.ComparisonJson;
import dev.interleave.sim.compare.ComparisonTable;
import dev.interleave.sim.compare.Limit;
import dev.interleave.sim.scenario.Scenario;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code interleave compare}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs one scenario on one thread, on many cores, and simulated on 1, 2 and 4 virtual cores,"
          + " and says what limits it.",
      "",
      "Speed-ups are against one thread, and of simulated runs against 1 virtual core. The result"
          + " is what the runs showed (or counted), times aside. With --policies it compares"
          + " policies instead, on --dispatcher (default: simulated).",
      "Keys come from standard input; at a terminal a short session is typed for you."
    },
    footer = {
      "",
      "Examples:",
      "  interleave compare vector-split",
      "  interleave compare gophers",
      "  interleave compare yield --policies fifo,round-robin,priority --cores 2",
      "  interleave compare workqueue --json",
      "  printf 'sum 1000000\\nexit\\n' | interleave compare desktop"
    })
final class CompareCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "a scenario: a file, or the short name of a shipped one (default: desktop)")
  String file = "desktop";

  @Mixin MachineFlags machine = new MachineFlags();

  @Mixin PluginFlags plugins = new PluginFlags();

  @Option(
      names = "--policies",
      split = ",",
      paramLabel = "NAMES",
      description = "compares these policies instead of dispatchers")
  List<String> policies = new ArrayList<>();

  @Option(names = "--json", description = "prints one JSON object instead of the table")
  boolean json;

  CompareCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (file.equals("-")) {
      throw new UsageError("compare runs a scenario several times: give a file, not -");
    }
    Variants variants = new Variants(plugins.extend(session), file, machine);
    List<Scenario> scenarios =
        policies.isEmpty() ? variants.dispatchers() : variants.policies(policies);
    BatchInput input = new BatchInput(session);
    input.prepare(scenarios.get(0));
    try (Interruption interruption = new Interruption(() -> {})) {
      Comparing comparing = new Comparing(session, interruption, variants, input);
      return compare(comparing, scenarios, interruption);
    }
  }

  private int compare(Comparing comparing, List<Scenario> scenarios, Interruption interruption) {
    List<Column> columns;
    String limit = "";
    try (Progress progress = new Progress(session)) {
      columns = comparing.columns(scenarios, !policies.isEmpty(), progress);
      if (policies.isEmpty() && interruption.code().isEmpty()) {
        progress.at("looking for the limit");
        limit = limit(comparing, columns);
      }
    }
    print(scenarios.get(0), columns, limit);
    return interruption.code().orElseGet(() -> comparing.exit(scenarios.get(0), columns));
  }

  private static String limit(Comparing comparing, List<Column> columns) {
    return new Limit(cores -> comparing.simulated(cores, columns)).sentence();
  }

  private void print(Scenario scenario, List<Column> columns, String limit) {
    PrintStream out = session.out().print();
    if (json) {
      out.println(new ComparisonJson(scenario, columns, limit));
      return;
    }
    Headline.of(scenario, policies.isEmpty()).forEach(out::println);
    out.println();
    ComparisonTable table = new ComparisonTable(columns);
    table.lines().forEach(out::println);
    table.note().ifPresent(note -> out.println("\n" + note));
    if (!limit.isEmpty()) {
      out.println();
      Paragraph.wrapped(limit, "").forEach(out::println);
    }
  }
}
