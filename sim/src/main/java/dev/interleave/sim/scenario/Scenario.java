package dev.interleave.sim.scenario;

import com.typesafe.config.Config;
import dev.interleave.kernel.Plan;
import dev.interleave.kernel.config.Types;
import dev.interleave.sim.expect.Expectation;
import dev.interleave.sim.metric.MetricCatalog;
import java.util.List;

/**
 * A scenario file, understood and free of mistakes.
 *
 * @param name the file's name without its ending
 * @param file how messages name the file
 * @param description the comment that the file begins with; empty without one
 * @param plan what to run
 * @param metrics what a run of it measures
 * @param expect what is expected of a run
 * @param types what the scenario could choose from
 * @param config the file with overrides, substitutions and environment
 * @param environment the variables that it has from there, each {@code NAME=VALUE}
 */
public record Scenario(
    String name,
    String file,
    String description,
    Plan plan,
    MetricCatalog metrics,
    List<Expectation> expect,
    Types types,
    Config config,
    List<String> environment) {

  /**
   * Loads a scenario. Nothing is started.
   *
   * @param file a path, the short name of a shipped one, or {@code -} for standard input
   * @param sets overrides, each {@code KEY=VALUE}; later ones win
   * @throws dev.interleave.kernel.config.UnreadableFile when there is no such file or it cannot be
   *     read: a mistake of who calls
   * @throws dev.interleave.kernel.config.MistakesFound with every mistake in the file or in an
   *     override
   */
  public static Scenario load(String file, List<String> sets, Surroundings surroundings) {
    return loader(file, sets, surroundings).load();
  }

  /**
   * Every setting that the scenario has, in the order of a file: its own and defaults.
   *
   * @throws dev.interleave.kernel.config.UnreadableFile as {@link #load}
   * @throws dev.interleave.kernel.config.MistakesFound as {@link #load}
   */
  public static List<Setting> explain(String file, List<String> sets, Surroundings surroundings) {
    return loader(file, sets, surroundings).explain();
  }

  private static ScenarioLoader loader(String file, List<String> sets, Surroundings surroundings) {
    ScenarioFile found = ScenarioFile.find(file, surroundings);
    return new ScenarioLoader(found, new Overrides(List.copyOf(sets)), surroundings);
  }
}
