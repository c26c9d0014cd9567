package dev.interleave.kernel.config;

import com.typesafe.config.ConfigValue;
import java.util.Optional;

/** What is on or off. */
final class SwitchShape implements Shape {

  @Override
  public Optional<Object> read(ConfigValue value, Slot slot) {
    return switch (Slot.text(value)) {
      case "true", "on", "yes" -> Optional.of(true);
      case "false", "off", "no" -> Optional.of(false);
      default -> {
        slot.mustBe(wanted(slot.limits()), value);
        yield Optional.empty();
      }
    };
  }

  @Override
  public String wanted(Limits limits) {
    return "on or off";
  }
}
