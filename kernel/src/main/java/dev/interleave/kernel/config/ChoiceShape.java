package dev.interleave.kernel.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One of several records of a sealed interface: the key {@code type} names which, in kebab-case,
 * and the others are its settings. The name alone is enough for one that needs no settings.
 */
final class ChoiceShape implements Shape {

  private static final String TYPE = "type";

  private final Map<String, RecordShape> choices = new LinkedHashMap<>();

  ChoiceShape(Class<?> type) {
    collect(type);
  }

  @Override
  public Optional<Object> read(ConfigValue value, Slot slot) {
    ConfigValue type = value instanceof ConfigObject block ? block.get(TYPE) : value;
    if (type == null) {
      slot.mistakes().add(value, slot.name() + " needs a type, " + wanted(slot.limits()));
      return Optional.empty();
    }
    return chosen(type, slot).flatMap(shape -> shape.read(settings(value), slot, Set.of(TYPE)));
  }

  @Override
  public String wanted(Limits limits) {
    return "one of " + String.join(", ", choices.keySet());
  }

  private Optional<RecordShape> chosen(ConfigValue type, Slot slot) {
    String name = Slot.text(type);
    RecordShape shape = choices.get(name);
    if (shape == null) {
      Slot typeSlot = new Slot("type of " + slot.name(), Limits.NONE, slot.mistakes());
      typeSlot.mustBe(wanted(Limits.NONE), type, Nearest.hint(name, choices.keySet()));
    }
    return Optional.ofNullable(shape);
  }

  private static ConfigValue settings(ConfigValue value) {
    return value instanceof ConfigObject
        ? value
        : ConfigValueFactory.fromMap(Map.of()).withOrigin(value.origin());
  }

  private void collect(Class<?> type) {
    for (Class<?> choice : type.getPermittedSubclasses()) {
      if (choice.isRecord()) {
        choices.put(KebabCase.of(choice), new RecordShape(choice));
      } else if (choice.isSealed()) {
        collect(choice);
      }
    }
  }
}
