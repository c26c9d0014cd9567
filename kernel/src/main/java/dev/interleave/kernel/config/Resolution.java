package dev.interleave.kernel.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigResolver;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the substitutions of one configuration. The parser stops at the first that is not
 * defined; here each is told, and replaced by a value that causes no further mistakes.
 */
final class Resolution {

  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{\\??([^}]*)\\}");

  private final HoconReader reader;
  private final Map<String, String> environment;
  private final Set<String> undefined = new LinkedHashSet<>();
  private final Set<String> fromEnvironment = new LinkedHashSet<>();

  Resolution(HoconReader reader, Map<String, String> environment) {
    this.reader = reader;
    this.environment = environment;
  }

  Config resolve(Config configuration) {
    Config resolved = resolveWithout(configuration, "");
    for (String name : List.copyOf(fromEnvironment)) {
      resolveWithout(configuration, name);
    }
    return resolved;
  }

  /**
   * Resolves as if {@code hidden} were not in the environment, so that whoever insists on it is
   * found: only an optional substitution may read the environment.
   */
  private Config resolveWithout(Config configuration, String hidden) {
    while (true) {
      try {
        return configuration.resolve(
            ConfigResolveOptions.noSystem().appendResolver(new Values(hidden)));
      } catch (ConfigException.UnresolvedSubstitution missing) {
        tell(missing, configuration);
      }
    }
  }

  private void tell(ConfigException.UnresolvedSubstitution missing, Config configuration) {
    String message = String.valueOf(missing.getMessage());
    Matcher substitution = SUBSTITUTION.matcher(message);
    Optional<ConfigOrigin> origin = Optional.ofNullable(missing.origin());
    if (!substitution.find() || message.contains("cycle of substitutions")) {
      throw reader.only(origin, "", "a cycle of substitutions: " + circle(message));
    }
    String path = substitution.group(1);
    if (origin.isEmpty() || !undefined.add(path)) {
      throw reader.only(origin, "", "${" + path + "} is not defined");
    }
    reader.mistakes().add(origin.get(), undefined(path, configuration), path);
  }

  private String undefined(String path, Config configuration) {
    if (environment.containsKey(path)) {
      return "the environment is read by ${?" + path + "} only, not by ${" + path + "}";
    }
    String hint =
        Nearest.to(path, variables(configuration))
            .map(near -> "; did you mean ${" + near + "}?")
            .orElse("");
    return "${" + path + "} is not defined" + hint;
  }

  /** The paths of what may be meant: all that {@code let} defines, as far as it can be seen. */
  private static Set<String> variables(Config configuration) {
    Set<String> paths = new LinkedHashSet<>();
    try {
      collect(configuration.root().get("let"), "let", paths);
    } catch (ConfigException.NotResolved hidden) {
      // It needs the very substitution that is missing: no hint then.
    }
    return paths;
  }

  private static void collect(@Nullable ConfigValue value, String path, Set<String> paths) {
    if (value instanceof ConfigObject block) {
      block.forEach((key, inner) -> collect(inner, path + "." + key, paths));
    } else if (value != null) {
      paths.add(path);
    }
  }

  private static String circle(String message) {
    int details = message.indexOf("involving ");
    return details < 0 ? message : message.substring(details + "involving ".length());
  }

  /** What stands outside of the files: the environment, and what has been told already. */
  private final class Values implements ConfigResolver {

    private final String hidden;

    Values(String hidden) {
      this.hidden = hidden;
    }

    @Override
    public @Nullable ConfigValue lookup(String path) {
      if (undefined.contains(path)) {
        return ConfigValueFactory.fromAnyRef("", Mistakes.TOLD);
      }
      String value = path.equals(hidden) ? null : environment.get(path);
      return value == null ? null : variable(path, value);
    }

    @Override
    public ConfigResolver withFallback(ConfigResolver fallback) {
      return this;
    }

    private ConfigValue variable(String path, String value) {
      fromEnvironment.add(path);
      String name = "environment " + path;
      String text = path + "=" + value;
      reader
          .mistakes()
          .sources()
          .add(new Source(name, Source.Kind.ENVIRONMENT, text, Optional.empty(), Optional.empty()));
      return Objects.requireNonNull(ConfigValueFactory.fromAnyRef(value, name));
    }
  }
}
