package dev.interleave.kernel.config;

import com.typesafe.config.ConfigValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One word of several: the constants of an enum in kebab-case. */
final class EnumShape implements Shape {

  private final Map<String, Object> constants = new LinkedHashMap<>();

  EnumShape(Class<?> type) {
    Arrays.stream(type.getEnumConstants()).forEach(it -> constants.put(word(it), it));
  }

  @Override
  public Optional<Object> read(ConfigValue value, Slot slot) {
    String text = Slot.text(value);
    Object constant = constants.getOrDefault(text, constants.get(asSwitch(text)));
    if (constant == null) {
      slot.mustBe(wanted(slot.limits()), value, Nearest.hint(text, constants.keySet()));
    }
    return Optional.ofNullable(constant);
  }

  @Override
  public String wanted(Limits limits) {
    return constants.size() == 1 ? only() : "one of " + String.join(", ", constants.keySet());
  }

  private String only() {
    return constants.keySet().iterator().next();
  }

  /** {@code true} and {@code false} for the words on and off. */
  private static String asSwitch(String text) {
    return switch (text) {
      case "true" -> "on";
      case "false" -> "off";
      default -> text;
    };
  }

  private static String word(Object constant) {
    return KebabCase.of((Enum<?>) constant);
  }
}
