package dev.interleave.sim.cli;

import dev.interleave.kernel.config.Nearest;
import dev.interleave.sim.plugin.Plugins;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code interleave list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists what there is.",
    footer = {
      "",
      "Examples:",
      "  interleave list                everything but metrics",
      "  interleave list drivers",
      "  interleave list metrics        what can be expected of a run, with units"
    })
final class ListCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "WHAT",
      description = "scenarios, drivers, policies, programs, dispatchers or metrics")
  @Nullable String what;

  @Mixin PluginFlags plugins = new PluginFlags();

  ListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Plugins found = plugins.plugins(session);
    Inventory inventory = new Inventory(session.with(found.classes()).surroundings(), found);
    List<Inventory.Section> sections =
        what == null ? inventory.overview() : List.of(section(inventory, what));
    PrintStream out = session.out().print();
    for (Inventory.Section section : sections) {
      out.print(section.equals(sections.get(0)) ? "" : System.lineSeparator());
      out.println(section.title());
      section.lines().forEach(line -> out.println("  " + line));
    }
    found.mistakes().throwIfAny(Plugins.TITLE);
    return Exit.OK;
  }

  private static Inventory.Section section(Inventory inventory, String what) {
    return inventory
        .section(what)
        .orElseThrow(
            () ->
                new UsageError(
                    "cannot list '" + what + "'" + Nearest.hintOrList(what, Inventory.NAMES)));
  }
}
