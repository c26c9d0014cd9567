package dev.interleave.kernel.config;

import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Optional;

/** Texts: numbers and switches are taken as they are written. */
final class TextShape implements Shape {

  @Override
  public Optional<Object> read(ConfigValue value, Slot slot) {
    if (value.valueType() == ConfigValueType.STRING) {
      return Optional.of(value.unwrapped());
    }
    String text = Slot.text(value);
    if (text.isEmpty()) {
      slot.mustBe(wanted(slot.limits()), value);
      return Optional.empty();
    }
    return Optional.of(text);
  }

  @Override
  public String wanted(Limits limits) {
    return "a text";
  }
}
