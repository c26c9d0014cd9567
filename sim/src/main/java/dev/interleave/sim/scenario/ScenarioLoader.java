package dev.interleave.sim.scenario;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import dev.interleave.kernel.Machine;
import dev.interleave.kernel.Part;
import dev.interleave.kernel.Plan;
import dev.interleave.kernel.config.Binder;
import dev.interleave.kernel.config.HoconReader;
import dev.interleave.kernel.config.Kind;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.Nearest;
import dev.interleave.kernel.config.Source;
import dev.interleave.kernel.config.Types;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.sim.expect.Expectation;
import dev.interleave.sim.metric.MetricCatalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Loads one scenario: reads it, checks all of it, and only then makes the plan. */
final class ScenarioLoader {

  private final ScenarioFile file;
  private final Overrides overrides;
  private final Surroundings surroundings;
  private final Mistakes mistakes = new Mistakes();

  ScenarioLoader(ScenarioFile file, Overrides overrides, Surroundings surroundings) {
    this.file = file;
    this.overrides = overrides;
    this.surroundings = surroundings;
  }

  Scenario load() {
    Config config = read();
    Types types = Types.load(surroundings.classes(), mistakes);
    ConfigObject scenario = withoutNulls(config.root());
    checkKeys(scenario);
    Selection selection = new Selection(types, mistakes);
    Optional<Machine> machine = selection.machine(scenario);
    Optional<Policy> policy = selection.policy(scenario);
    Optional<Duration> until = until(scenario);
    List<ComponentBlock> blocks = blocks(scenario, types);
    List<Part> parts = parts(blocks);
    MetricCatalog metrics = new ScenarioMetrics(types).of(blocks);
    List<Expectation> expect = expect(scenario, metrics);
    mistakes.throwIfAny(file.title());
    Plan plan = new Plan(file.name(), machine.orElseThrow(), policy.orElseThrow(), until, parts);
    return new Scenario(
        file.name(),
        file.title(),
        description(),
        plan,
        metrics,
        expect,
        types,
        config,
        mistakes.sources().environment());
  }

  List<Setting> explain() {
    Scenario scenario = load();
    return new Explanation(scenario.types(), mistakes).of(withoutNulls(scenario.config().root()));
  }

  private Config read() {
    HoconReader reader = new HoconReader(file.title(), mistakes, surroundings.classes());
    ConfigObject parsed = file.read(reader, surroundings.stdin());
    ConfigObject whole = overrides.over(parsed, reader, mistakes);
    return reader.resolve(whole, surroundings.environment());
  }

  /** What is null says nothing: {@code --set until=null} takes it back. */
  private static ConfigObject withoutNulls(ConfigObject block) {
    ConfigObject rest = block;
    for (String key : block.keySet()) {
      rest = block.toConfig().hasPath(ConfigUtil.quoteString(key)) ? rest : rest.withoutKey(key);
    }
    return rest;
  }

  private void checkKeys(ConfigObject scenario) {
    if (scenario.isEmpty() && mistakes.isEmpty()) {
      mistakes.add(file.title(), "there is nothing in this scenario");
    }
    for (String key : mistakes.sources().inOrder(scenario).keySet()) {
      if (!ScenarioKeys.TOP.contains(key)) {
        String hint = Nearest.hintOrList(key, candidates(key, scenario));
        mistakes.addKey(scenario, key, "unknown setting '" + key + "' of a scenario" + hint);
      }
    }
  }

  /** In an override the name of a component may be meant. */
  private Set<String> candidates(String key, ConfigObject scenario) {
    Set<String> candidates = new TreeSet<>(ScenarioKeys.TOP);
    ConfigValue value = scenario.get(key);
    if (value != null && mistakes.sources().overridden(value.origin())) {
      for (String block : List.of(ScenarioKeys.DRIVERS, ScenarioKeys.PROGRAMS)) {
        if (scenario.get(block) instanceof ConfigObject components) {
          candidates.addAll(components.keySet());
        }
      }
    }
    return candidates;
  }

  private Optional<Duration> until(ConfigObject scenario) {
    return Optional.ofNullable(scenario.get(ScenarioKeys.UNTIL))
        .flatMap(value -> Binder.value(Duration.class, value, ScenarioKeys.UNTIL, mistakes));
  }

  private List<ComponentBlock> blocks(ConfigObject scenario, Types types) {
    ComponentReader reader = new ComponentReader(types, mistakes);
    List<ComponentBlock> blocks = new ArrayList<>(reader.read(Kind.DRIVER, scenario));
    blocks.addAll(reader.read(Kind.PROGRAM, scenario));
    return blocks;
  }

  private List<Part> parts(List<ComponentBlock> blocks) {
    List<Part> parts = new PartReader(blocks, mistakes).read();
    new Wiring(blocks, mistakes).check();
    return parts;
  }

  private List<Expectation> expect(ConfigObject scenario, MetricCatalog metrics) {
    ConfigValue value = scenario.get(ScenarioKeys.EXPECT);
    if (value != null && !(value instanceof ConfigList)) {
      mistakes.add(value, "expect must be a list of texts such as [\"drops = 0\"]");
    }
    return value instanceof ConfigList list
        ? list.stream().flatMap(it -> Expectation.parse(it, metrics, mistakes).stream()).toList()
        : List.of();
  }

  private String description() {
    return mistakes
        .sources()
        .source(file.title())
        .map(Source::text)
        .map(Description::of)
        .orElse("");
  }
}
