package dev.interleave.kernel.config;

import com.typesafe.config.ConfigValue;
import java.util.Optional;

/** A setting that may be left out. */
record OptionalShape(Shape inner) implements Shape {

  @Override
  public Optional<Object> read(ConfigValue value, Slot slot) {
    return inner.read(value, slot).map(Optional::of);
  }

  @Override
  public Optional<Object> absent() {
    return Optional.of(Optional.empty());
  }

  @Override
  public String wanted(Limits limits) {
    return inner.wanted(limits);
  }
}
