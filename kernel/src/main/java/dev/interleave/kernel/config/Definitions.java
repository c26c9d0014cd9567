package dev.interleave.kernel.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the type definitions of one {@code reference.conf}. */
final class Definitions {

  private static final String ROOT = "interleave";
  private static final List<String> KINDS = Arrays.stream(Kind.values()).map(Kind::plural).toList();
  private static final List<String> KEYS =
      List.of("class", "summary", "defaults", "metrics", "example");

  private final String jar;
  private final Mistakes mistakes;

  Definitions(String jar, Mistakes mistakes) {
    this.jar = jar;
    this.mistakes = mistakes;
  }

  /** All that {@code reference} defines, in its order. */
  List<Definition> of(Config reference) {
    List<Definition> definitions = new ArrayList<>();
    checkKinds(block(reference.root().get(ROOT)));
    for (Kind kind : Kind.values()) {
      blocks(reference, ROOT + "." + kind.plural())
          .forEach((name, block) -> definitions.add(definition(kind, name, block)));
    }
    return definitions;
  }

  private Definition definition(Kind kind, String name, ConfigObject block) {
    Config fields = block.toConfig();
    checkKeys(block, kind.word() + " " + name);
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

  /** Others may keep settings of their own there, so only what looks like one of ours is told. */
  private void checkKinds(ConfigObject block) {
    for (String key : block.keySet()) {
      if (!KINDS.contains(key)) {
        meant(key).ifPresent(it -> unknown(block, key, ROOT, "; did you mean '" + it + "'?"));
      }
    }
  }

  private static Optional<String> meant(String key) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.word().equals(key))
        .map(Kind::plural)
        .findFirst()
        .or(() -> Nearest.to(key, KINDS));
  }

  private void checkKeys(ConfigObject block, String owner) {
    for (String key : mistakes.sources().inOrder(block).keySet()) {
      if (!KEYS.contains(key)) {
        unknown(block, key, owner, Nearest.hintOrList(key, KEYS));
      }
    }
    if (block.get("class") == null) {
      mistakes.add(block, owner + " needs a class");
    }
  }

  private void unknown(ConfigObject block, String key, String owner, String hint) {
    mistakes.addKey(block, key, "unknown setting '" + key + "' of " + owner + hint);
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
