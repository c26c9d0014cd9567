package dev.interleave.kernel.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Restores the order of writing, which a parsed block has lost: by line, then within the line. */
record FileOrder(Sources sources) {

  private record Entry(String key, ConfigValue value, Optional<Place> place, int column)
      implements Comparable<Entry> {

    @Override
    public int compareTo(Entry other) {
      int order = byPlace(other);
      order = order != 0 ? order : Integer.compare(column, other.column);
      return order != 0 ? order : key.compareTo(other.key);
    }

    private int byPlace(Entry other) {
      return place.isPresent() && other.place.isPresent()
          ? place.get().compareTo(other.place.get())
          : Boolean.compare(place.isEmpty(), other.place.isEmpty());
    }
  }

  /** What comes from no known source comes last, by name. */
  Map<String, ConfigValue> sort(ConfigObject block) {
    List<Entry> entries = block.keySet().stream().map(key -> entry(block, key)).sorted().toList();
    Map<String, ConfigValue> sorted = new LinkedHashMap<>();
    entries.forEach(entry -> sorted.put(entry.key, entry.value));
    return Collections.unmodifiableMap(sorted);
  }

  private Entry entry(ConfigObject block, String key) {
    ConfigValue value = Objects.requireNonNull(block.get(key));
    Optional<Place> place = sources.findKey(block, key);
    return new Entry(key, value, place, place.map(it -> column(key, sources.quote(it))).orElse(0));
  }

  /** Where {@code line} gives {@code key} a value; the end when that is not seen. */
  static int column(String key, String line) {
    Matcher found =
        Pattern.compile("(?<![\\w-])\"?" + Pattern.quote(key) + "\"?\\s*[{=:+.]").matcher(line);
    return found.find() ? found.start() : Integer.MAX_VALUE;
  }
}
