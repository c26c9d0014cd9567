package dev.interleave.sim.scenario;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import dev.interleave.kernel.config.HoconReader;
import dev.interleave.kernel.config.Mistakes;
import java.util.List;

/**
 * The {@code --set KEY=VALUE} of a command line, laid over a file; later ones win. A key that
 * begins with the name of a driver or program is one of its settings: {@code vector.yield=off}.
 */
record Overrides(List<String> sets) {

  private static final String FLAG = "--set ";

  /** The file under the overrides, neither of them resolved. */
  ConfigObject over(ConfigObject file, HoconReader reader, Mistakes mistakes) {
    Config result = file.toConfig();
    for (String set : sets) {
      int equals = set.indexOf('=');
      if (equals < 0 || set.substring(0, equals).isBlank()) {
        mistakes.add(FLAG + set, "it must have the form KEY=VALUE");
      } else {
        result = one(file, set, equals, reader).toConfig().withFallback(result);
      }
    }
    return result.root();
  }

  private static ConfigObject one(ConfigObject file, String set, int equals, HoconReader reader) {
    String key = set.substring(0, equals).strip();
    String value = set.substring(equals + 1);
    return reader.override(FLAG + key, full(key, file), value);
  }

  private static String full(String key, ConfigObject file) {
    String first = first(key);
    if (ScenarioKeys.TOP.contains(first)) {
      return key;
    }
    return List.of(ScenarioKeys.DRIVERS, ScenarioKeys.PROGRAMS).stream()
        .filter(block -> has(file, block, first))
        .findFirst()
        .map(block -> block + "." + key)
        .orElse(key);
  }

  private static String first(String key) {
    try {
      return ConfigUtil.splitPath(key).get(0);
    } catch (ConfigException noPath) {
      return key;
    }
  }

  /** Whether the file has that component, as far as it can be seen before it is resolved. */
  private static boolean has(ConfigObject file, String block, String name) {
    try {
      ConfigResolveOptions partly = ConfigResolveOptions.noSystem().setAllowUnresolved(true);
      Config seen = ConfigFactory.empty().withFallback(file).resolve(partly);
      ConfigValue components = seen.root().get(block);
      return components instanceof ConfigObject named && named.containsKey(name);
    } catch (ConfigException notYet) {
      return false;
    }
  }
}
