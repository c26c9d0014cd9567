package dev.interleave.kernel.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A block of names of one's own choice, in the order in which they are written. */
record MapShape(Shape inner) implements Shape {

  @Override
  public Optional<Object> read(ConfigValue value, Slot slot) {
    if (value instanceof ConfigObject block) {
      return entries(block, slot);
    }
    slot.mustBe(wanted(slot.limits()), value);
    return Optional.empty();
  }

  @Override
  public String wanted(Limits limits) {
    return "a block { name = value }";
  }

  private Optional<Object> entries(ConfigObject block, Slot slot) {
    Map<String, Object> entries = new LinkedHashMap<>();
    slot.mistakes()
        .sources()
        .inOrder(block)
        .forEach(
            (name, value) ->
                inner.read(value, slot.element(name)).ifPresent(it -> entries.put(name, it)));
    return entries.size() == block.size()
        ? Optional.of(Collections.unmodifiableMap(entries))
        : Optional.empty();
  }
}
