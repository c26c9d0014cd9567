package dev.interleave.kernel.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tables of units with several names each. */
final class UnitNames {

  private UnitNames() {}

  /** One entry a name, from names that are separated by blanks. */
  static Map<String, Long> of(Map<String, Long> lists) {
    Map<String, Long> units = new LinkedHashMap<>();
    lists.forEach(
        (names, size) -> {
          for (String name : names.split(" ", -1)) {
            units.put(name, size);
          }
        });
    return Map.copyOf(units);
  }
}
