package dev.interleave.kernel.config;

import com.typesafe.config.ConfigValue;
import java.util.Optional;

/** How values of one Java type are written, read and told about. */
interface Shape {

  /** The value, or nothing when it is wrong and the mistake has been added. */
  Optional<Object> read(ConfigValue value, Slot slot);

  /** What is read, for people: {@code a duration such as 4 ms}. */
  String wanted(Limits limits);

  /** What a setting without a value is, if it needs none. */
  default Optional<Object> absent() {
    return Optional.empty();
  }
}
