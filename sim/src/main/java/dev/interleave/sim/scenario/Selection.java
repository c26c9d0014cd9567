package dev.interleave.sim.scenario;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import dev.interleave.kernel.Machine;
import dev.interleave.kernel.config.Definition;
import dev.interleave.kernel.config.Kind;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.TypedBlock;
import dev.interleave.kernel.config.Types;
import dev.interleave.kernel.policy.Policy;
import java.util.Optional;
import java.util.Set;

/**
 * The choice of a dispatcher or a policy: {@code policy { type = fifo }}. Switching is one setting:
 * what only another dispatcher has is no mistake, nor are the settings of the file's policy when an
 * override chooses another.
 */
record Selection(Types types, Mistakes mistakes) {

  private static final String CORES = "cores";

  /** The dispatcher; without {@code cores} it has all of the host's. */
  Optional<Machine> machine(ConfigObject scenario) {
    return dispatcher(scenario).flatMap(block -> block.make(Machine.class, Set.of(), mistakes));
  }

  /** The policy. */
  Optional<Policy> policy(ConfigObject scenario) {
    return chosenPolicy(scenario).flatMap(block -> block.make(Policy.class, Set.of(), mistakes));
  }

  /** What one of the two is made from, with its type and defaults. */
  Optional<ConfigObject> settings(Kind kind, ConfigObject scenario) {
    Optional<TypedBlock> block =
        kind == Kind.POLICY ? chosenPolicy(scenario) : dispatcher(scenario);
    return block.map(TypedBlock::settings);
  }

  private Optional<TypedBlock> dispatcher(ConfigObject scenario) {
    return chosen(Kind.DISPATCHER, scenario)
        .map(block -> withoutLeftovers(Kind.DISPATCHER, block))
        .map(Selection::withCores);
  }

  private Optional<TypedBlock> chosenPolicy(ConfigObject scenario) {
    return chosen(Kind.POLICY, scenario)
        .map(block -> switched(block) ? withoutLeftovers(Kind.POLICY, block) : block);
  }

  private Optional<TypedBlock> chosen(Kind kind, ConfigObject scenario) {
    return block(kind, scenario)
        .flatMap(block -> types.resolve(kind, block, "the " + kind.word(), mistakes));
  }

  private Optional<ConfigObject> block(Kind kind, ConfigObject scenario) {
    ConfigObject standard = types.reference().getObject("interleave.scenario." + kind.word());
    ConfigValue value = scenario.get(kind.word());
    if (value == null) {
      return Optional.of(standard);
    }
    if (value instanceof ConfigObject block) {
      return Optional.of(block.withFallback(standard));
    }
    mistakes.add(value, "the " + kind.word() + " must be a block { type = ... }");
    return Optional.empty();
  }

  private boolean switched(TypedBlock block) {
    ConfigValue type = block.settings().get(ScenarioKeys.TYPE);
    return type != null && mistakes.sources().overridden(type.origin());
  }

  private TypedBlock withoutLeftovers(Kind kind, TypedBlock block) {
    ConfigObject kept = block.settings();
    for (String key : block.settings().keySet()) {
      boolean own = key.equals(ScenarioKeys.TYPE) || block.keys().contains(key);
      if (!own && types.all(kind).stream().anyMatch(other -> has(other, key))) {
        kept = kept.withoutKey(key);
      }
    }
    return block.with(kept);
  }

  private boolean has(Definition definition, String key) {
    return types.settings(definition, new Mistakes()).stream()
        .anyMatch(it -> it.name().equals(key) || it.name().startsWith(key + "."));
  }

  private static TypedBlock withCores(TypedBlock block) {
    if (!block.keys().contains(CORES) || block.settings().toConfig().hasPath(CORES)) {
      return block;
    }
    int cores = Runtime.getRuntime().availableProcessors();
    ConfigValue all = ConfigValueFactory.fromAnyRef(cores, "the cores of this host");
    return block.with(block.settings().withValue(CORES, all));
  }
}
