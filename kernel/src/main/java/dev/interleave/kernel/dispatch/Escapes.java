package dev.interleave.kernel.dispatch;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import dev.interleave.kernel.config.Mistakes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the dispatchers of a configuration that have threads of their own: their actors escape. */
final class Escapes {
  private static final Set<String> REAL =
      Set.of(
          "Dispatcher",
          "PinnedDispatcher",
          "BalancingDispatcher",
          "org.apache.pekko.dispatch.DispatcherConfigurator",
          "org.apache.pekko.dispatch.PinnedDispatcherConfigurator",
          "org.apache.pekko.dispatch.BalancingDispatcherConfigurator");

  private Escapes() {}

  static void add(Config config, Mistakes mistakes) {
    visit("", config.root(), mistakes);
  }

  private static void visit(String path, ConfigObject block, Mistakes mistakes) {
    ConfigValue type = block.get("type");
    if (type != null && type.unwrapped() instanceof String name && REAL.contains(name)) {
      mistakes.add(type, problem(path, name), name);
    }
    for (Map.Entry<String, ConfigValue> each : new TreeMap<>(block).entrySet()) {
      if (each.getValue() instanceof ConfigObject inner) {
        visit(path.isEmpty() ? each.getKey() : path + "." + each.getKey(), inner, mistakes);
      }
    }
  }

  private static String problem(String path, String type) {
    return "the dispatcher "
        + path
        + " is of type "
        + type
        + ": its threads are not simulated; give it type = "
        + EngineConfigurator.class.getName();
  }
}
