package dev.interleave.kernel.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The types that scenarios can name: those that the {@code reference.conf} files of the class path
 * define below {@code interleave.drivers}, {@code .programs}, {@code .policies} and {@code
 * .dispatchers}, and any class by its name. There is no other registry. Immutable.
 */
public final class Types {

  private final ClassLoader classes;
  private final List<Definition> definitions;
  private final Config reference;

  private Types(ClassLoader classes, List<Definition> definitions, Config reference) {
    this.classes = classes;
    this.definitions = definitions;
    this.reference = reference;
  }

  /**
   * All types that {@code classes} see, extensions included.
   *
   * @param mistakes takes what is wrong with a {@code reference.conf}
   */
  public static Types load(ClassLoader classes, Mistakes mistakes) {
    List<Definition> definitions = new ArrayList<>();
    Config merged = ConfigFactory.empty();
    for (References.Reference reference : References.of(classes, mistakes)) {
      Config content = reference.content().toConfig();
      definitions.addAll(new Definitions(reference.jar(), mistakes).of(content));
      merged = merged.withFallback(content);
    }
    return new Types(classes, List.copyOf(definitions), merged);
  }

  /** All {@code reference.conf} files of ours in one. */
  public Config reference() {
    return reference;
  }

  /** What sees all of them. */
  public ClassLoader classes() {
    return classes;
  }

  /** Every definition, by kind, jar and place in its file. */
  public List<Definition> all() {
    return definitions;
  }

  /** The definitions of one kind. */
  public List<Definition> all(Kind kind) {
    return definitions.stream().filter(it -> it.kind() == kind).toList();
  }

  /** The short names of one kind. */
  public List<String> names(Kind kind) {
    return all(kind).stream().map(Definition::name).distinct().toList();
  }

  /** The definition with that short name or class name. */
  public Optional<Definition> find(Kind kind, String name) {
    return all(kind).stream()
        .filter(it -> it.name().equals(name) || it.className().equals(name))
        .findFirst();
  }

  /**
   * The settings that {@code definition}'s class has, for people.
   *
   * @param mistakes takes what is wrong when the class cannot be used
   */
  public List<SettingDescription> settings(Definition definition, Mistakes mistakes) {
    String where = "reference.conf of " + definition.jar();
    try {
      Class<?> type = Implementation.load(definition.kind(), definition.className(), classes);
      return SettingDescription.of(type, definition.defaults());
    } catch (Implementation.Unusable | IllegalArgumentException unusable) {
      mistakes.add(where, definition.name() + ": " + unusable.getMessage());
      return List.of();
    }
  }

  /**
   * What the key {@code type} of {@code block} names, with the defaults of that type under the
   * block's own settings.
   *
   * @param owner how mistakes name the block: {@code driver k}
   */
  public Optional<TypedBlock> resolve(
      Kind kind, ConfigObject block, String owner, Mistakes mistakes) {
    ConfigValue type = block.get("type");
    if (type == null) {
      mistakes.add(block, owner + " needs a type" + list(kind));
      return Optional.empty();
    }
    return Binder.value(String.class, type, "type of " + owner, mistakes)
        .flatMap(name -> resolve(kind, block, name.strip(), type, mistakes));
  }

  private Optional<TypedBlock> resolve(
      Kind kind, ConfigObject block, String name, ConfigValue at, Mistakes mistakes) {
    Optional<Definition> definition = find(kind, name);
    Optional<String> problem = problem(kind, name, definition);
    if (problem.isPresent()) {
      mistakes.add(at, problem.get(), name);
      return Optional.empty();
    }
    if (definition.isPresent() && definition.get().className().isEmpty()) {
      return Optional.empty(); // told where it is defined
    }
    try {
      Class<?> type = Implementation.load(kind, className(name, definition), classes);
      ConfigObject settings = definition.map(it -> under(block, it.defaults())).orElse(block);
      return Optional.of(new TypedBlock(shortName(definition, type), type, settings, definition));
    } catch (Implementation.Unusable unusable) {
      String from = definition.map(it -> " (reference.conf of " + it.jar() + ")").orElse("");
      mistakes.add(at, unusable.getMessage() + from, name);
      return Optional.empty();
    }
  }

  private Optional<String> problem(Kind kind, String name, Optional<Definition> definition) {
    if (ambiguous(kind, name)) {
      String jars = String.join(", ", jars(kind, name));
      return Optional.of(
          "the "
              + kind.word()
              + " type '"
              + name
              + "' is defined several times, in "
              + jars
              + ": name the class instead");
    }
    return definition.isPresent() || name.contains(".")
        ? Optional.empty()
        : Optional.of(
            "no "
                + kind.word()
                + " type '"
                + name
                + "'"
                + Nearest.hintOrList(name, names(kind))
                + list(kind));
  }

  private static String className(String name, Optional<Definition> definition) {
    return definition.map(Definition::className).orElse(name);
  }

  private static ConfigObject under(ConfigObject block, ConfigObject defaults) {
    return block.withFallback(defaults);
  }

  private static String shortName(Optional<Definition> definition, Class<?> type) {
    return definition.map(Definition::name).orElseGet(() -> KebabCase.of(type));
  }

  private boolean ambiguous(Kind kind, String name) {
    return all(kind).stream()
            .filter(it -> it.name().equals(name))
            .map(Definition::className)
            .distinct()
            .count()
        > 1;
  }

  private List<String> jars(Kind kind, String name) {
    return all(kind).stream().filter(it -> it.name().equals(name)).map(Definition::jar).toList();
  }

  private static String list(Kind kind) {
    return "  (interleave list " + kind.plural() + ")";
  }
}
