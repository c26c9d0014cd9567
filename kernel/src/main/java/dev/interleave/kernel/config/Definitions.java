package dev.interleave.kernel.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the type definitions of one {@code reference.conf}. */
final class Definitions {

  private final String jar;
  private final Mistakes mistakes;

  Definitions(String jar, Mistakes mistakes) {
    this.jar = jar;
    this.mistakes = mistakes;
  }

  /** All that {@code reference} defines, in its order. */
  List<Definition> of(Config reference) {
    List<Definition> definitions = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      blocks(reference, "interleave." + kind.plural())
          .forEach((name, block) -> definitions.add(definition(kind, name, block)));
    }
    return definitions;
  }

  private Definition definition(Kind kind, String name, ConfigObject block) {
    Config fields = block.toConfig();
    return new Definition(
        kind,
        name,
        text(fields, "class").orElse(""),
        text(fields, "summary").orElse(""),
        block(block.get("defaults")),
        metrics(name, fields),
        text(fields, "example"),
        jar);
  }

  private List<MetricDefinition> metrics(String type, Config fields) {
    List<MetricDefinition> metrics = new ArrayList<>();
    blocks(fields, "metrics")
        .forEach(
            (name, block) ->
                Binder.bind(MetricDefinition.Entry.class, block, type + "." + name, mistakes)
                    .ifPresent(entry -> metrics.add(entry.named(name))));
    return metrics;
  }

  private Map<String, ConfigObject> blocks(Config config, String path) {
    ConfigValue parent = config.hasPath(path) ? config.getValue(path) : null;
    Map<String, ConfigObject> blocks = new LinkedHashMap<>();
    mistakes.sources().inOrder(block(parent)).forEach((key, it) -> blocks.put(key, block(it)));
    return blocks;
  }

  private static ConfigObject block(@Nullable ConfigValue value) {
    return value instanceof ConfigObject block ? block : ConfigFactory.empty().root();
  }

  private static Optional<String> text(Config config, String path) {
    return config.hasPath(path) ? Optional.of(Slot.text(config.getValue(path))) : Optional.empty();
  }
}
