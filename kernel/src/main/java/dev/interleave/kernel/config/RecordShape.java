package dev.interleave.kernel.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A block whose schema is the header of a record. */
final class RecordShape implements Shape {

  /** One component: its shape and what its annotations say. */
  private record Part(Shape shape, Limits limits) {}

  private final RecordFactory factory;
  private final Map<String, Part> parts = new LinkedHashMap<>();

  /**
   * @throws IllegalArgumentException when a component has a type that no configuration can give
   */
  RecordShape(Class<?> type) {
    factory = new RecordFactory(type);
    for (RecordComponent component : type.getRecordComponents()) {
      parts.put(
          KebabCase.of(component.getName()),
          new Part(Shapes.of(component.getGenericType()), Limits.of(component)));
    }
  }

  @Override
  public Optional<Object> read(ConfigValue value, Slot slot) {
    return read(value, slot, Set.of());
  }

  /** As {@link #read(ConfigValue, Slot)}, where the keys {@code beside} are for somebody else. */
  Optional<Object> read(ConfigValue value, Slot slot, Set<String> beside) {
    return components(value, slot, beside).flatMap(it -> factory.make(it, value, slot));
  }

  /** The values of all components, in order, before the record is made of them. */
  Optional<List<Object>> components(ConfigValue value, Slot slot, Set<String> beside) {
    if (value instanceof ConfigObject block) {
      refuseUnknown(block, slot, beside);
      return components(block, slot);
    }
    slot.mustBe(wanted(slot.limits()), value);
    return Optional.empty();
  }

  /** The keys that may be set. */
  Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>(parts.keySet());
    keys.removeIf(key -> Objects.requireNonNull(parts.get(key)).shape instanceof ReplyShape);
    return keys;
  }

  @Override
  public String wanted(Limits limits) {
    return "a block { " + String.join(", ", keys()) + " }";
  }

  /** What a person may set here, nested blocks included; keys with dots. */
  List<SettingDescription> describe(ConfigObject defaults, String prefix) {
    List<SettingDescription> settings = new ArrayList<>();
    parts.forEach(
        (key, part) -> {
          ConfigValue value = defaults.get(key);
          if (part.shape instanceof RecordShape inner && value instanceof ConfigObject block) {
            settings.addAll(inner.describe(block, prefix + key + "."));
          } else {
            String wanted = part.shape.wanted(part.limits);
            settings.add(SettingDescription.of(prefix + key, wanted, value));
          }
        });
    return settings;
  }

  private void refuseUnknown(ConfigObject block, Slot slot, Set<String> beside) {
    Set<String> known = new TreeSet<>(keys());
    known.addAll(beside);
    for (String key : new TreeSet<>(block.keySet())) {
      if (!known.contains(key)) {
        String hint =
            Nearest.to(key, known).isPresent()
                ? Nearest.hint(key, known)
                : Nearest.hintOrList(key, keys());
        slot.mistakes()
            .addKey(block, key, "unknown setting '" + key + "' of " + slot.name() + hint);
      }
    }
  }

  private Optional<List<Object>> components(ConfigObject block, Slot slot) {
    List<Object> values = new ArrayList<>();
    parts.forEach((key, part) -> component(key, part, block, slot).ifPresent(values::add));
    return values.size() == parts.size() ? Optional.of(values) : Optional.empty();
  }

  private static Optional<Object> component(String key, Part part, ConfigObject block, Slot slot) {
    ConfigValue value = block.get(key);
    if (value != null && value.valueType() != ConfigValueType.NULL) {
      String name = key + " of " + slot.name();
      return part.shape.read(value, new Slot(name, part.limits, slot.mistakes()));
    }
    Optional<Object> absent = part.shape.absent();
    if (absent.isEmpty()) {
      String wanted = part.shape.wanted(part.limits);
      slot.mistakes().add(block, slot.name() + " needs the setting " + key + ", " + wanted);
    }
    return absent;
  }
}
