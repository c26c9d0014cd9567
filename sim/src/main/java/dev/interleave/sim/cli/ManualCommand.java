package dev.interleave.sim.cli;

import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.Nearest;
import dev.interleave.kernel.config.Types;
import dev.interleave.sim.manual.MetricsPage;
import dev.interleave.sim.manual.ScenarioPage;
import dev.interleave.sim.plugin.Plugins;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code interleave manual}. */
@Command(
    name = "manual",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a page of the manual, in Markdown, from what there is: scenario-files (everything"
          + " that can be set) or metrics.",
      "",
      "With extensions it is their page too."
    },
    footer = {
      "",
      "Examples:",
      "  interleave manual scenario-files",
      "  interleave manual metrics --plugin target > metrics.md"
    })
final class ManualCommand implements Callable<Integer> {
  private static final String SCENARIOS = "scenario-files";
  private static final List<String> PAGES = List.of(SCENARIOS, "metrics");

  private final Session session;

  @Parameters(
      paramLabel = "PAGE",
      completionCandidates = Pages.class,
      description = "scenario-files or metrics")
  String page = "";

  @Mixin PluginFlags plugins = new PluginFlags();

  ManualCommand(Session session) {
    this.session = session;
  }

  /** For completion. */
  static final class Pages extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Pages() {
      super(PAGES);
    }
  }

  @Override
  public Integer call() {
    if (!PAGES.contains(page)) {
      throw new UsageError("no page '" + page + "'" + Nearest.hintOrList(page, PAGES));
    }
    Session extended = plugins.extend(session);
    Mistakes mistakes = new Mistakes();
    Types types = Types.load(extended.classes(), mistakes);
    String text =
        page.equals(SCENARIOS)
            ? new ScenarioPage(types, mistakes).text()
            : new MetricsPage(types).text();
    mistakes.throwIfAny(Plugins.TITLE);
    session.out().print().print(text);
    return Exit.OK;
  }
}
