package dev.interleave.kernel.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list; a mistake names the number of the element, from 1. */
record ListShape(Shape inner) implements Shape {

  @Override
  public Optional<Object> read(ConfigValue value, Slot slot) {
    if (value instanceof ConfigList list) {
      return elements(list, slot);
    }
    slot.mustBe(wanted(slot.limits()), value);
    return Optional.empty();
  }

  @Override
  public String wanted(Limits limits) {
    return "a list such as [a, b]";
  }

  private Optional<Object> elements(ConfigList list, Slot slot) {
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      inner.read(list.get(i), slot.element("element " + (i + 1))).ifPresent(elements::add);
    }
    return elements.size() == list.size() ? Optional.of(List.copyOf(elements)) : Optional.empty();
  }
}
