package dev.interleave.kernel.dispatch;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.interleave.kernel.Machine;
import dev.interleave.kernel.config.Kind;
import dev.interleave.kernel.config.Mistakes;
import dev.interleave.kernel.config.TypedBlock;
import dev.interleave.kernel.config.Types;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code interleave.simulated} asks for: the machine, its policy, and how the run is attended.
 *
 * @param machine cores, seed and costs
 * @param policy which ready task gets a core next
 * @param settings everything else
 */
record AnySystem(Machine.Simulated machine, Policy policy, AnySystemSettings settings) {
  private static final String BLOCK = "interleave.simulated";
  private static final String POLICY = "policy";

  /**
   * Reads the configuration of an actor system.
   *
   * @throws dev.interleave.kernel.config.MistakesFound when something in it is wrong
   */
  static AnySystem of(Config config) {
    ConfigObject block = config.getObject(BLOCK);
    Mistakes mistakes = new Mistakes();
    Escapes.add(config, mistakes);
    ConfigObject defaults = config.getObject("interleave.dispatchers.simulated.defaults");
    TypedBlock attended = new TypedBlock(BLOCK, AnySystemSettings.class, block, Optional.empty());
    TypedBlock simulated =
        new TypedBlock(BLOCK, Machine.Simulated.class, known(block, defaults), Optional.empty());
    Optional<Machine.Simulated> cores = simulated.make(Machine.Simulated.class, Set.of(), mistakes);
    Optional<AnySystemSettings> settings =
        attended.make(AnySystemSettings.class, with(simulated.keys()), mistakes);
    Optional<Policy> policy = policy(block, mistakes);
    mistakes.throwIfAny(BLOCK);
    return new AnySystem(cores.orElseThrow(), policy.orElseThrow(), settings.orElseThrow());
  }

  /**
   * {@code block} over the defaults, without the keys that these lack: they are not a machine's.
   */
  private static ConfigObject known(ConfigObject block, ConfigObject defaults) {
    ConfigObject known = block;
    for (String key : block.keySet()) {
      known = defaults.containsKey(key) ? known : known.withoutKey(key);
    }
    return known.withFallback(defaults);
  }

  private static Set<String> with(Set<String> keys) {
    Set<String> others = new TreeSet<>(keys);
    others.add(POLICY);
    return others;
  }

  private static Optional<Policy> policy(ConfigObject block, Mistakes mistakes) {
    ConfigObject wanted = wanted(Objects.requireNonNull(block.get(POLICY)));
    if (wanted.unwrapped().equals(Map.of("type", "fifo"))) {
      return Optional.of(new Fifo());
    }
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Types types = Types.load(loader == null ? AnySystem.class.getClassLoader() : loader, mistakes);
    return types
        .resolve(Kind.POLICY, wanted, POLICY, mistakes)
        .flatMap(typed -> typed.make(Policy.class, Set.of(), mistakes));
  }

  /** {@code policy = random} is short for {@code policy { type = random }}. */
  private static ConfigObject wanted(ConfigValue policy) {
    return policy.valueType() == ConfigValueType.OBJECT
        ? (ConfigObject) policy
        : policy.atKey("type").root();
  }
}
