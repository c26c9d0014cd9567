package dev.interleave.sim.conform;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One object of a line of JSON. Whole numbers are 64 bits wide.
 *
 * @param fields its fields, as plain values
 */
record JsonFields(Map<String, @Nullable Object> fields) {
  private static final double EXACT = 1L << 53;

  /**
   * Reads one line.
   *
   * @throws BadRecord when it is no object of JSON
   */
  static JsonFields parse(String line) {
    try {
      ConfigParseOptions json = ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON);
      Config config = ConfigFactory.parseString(line, json);
      return new JsonFields(config.root().unwrapped());
    } catch (ConfigException e) {
      throw new BadRecord("not an object of JSON: " + withoutPlace(e));
    }
  }

  private static String withoutPlace(ConfigException e) {
    return String.valueOf(e.getMessage()).replaceFirst("^String: (\\d+: )?", "").strip();
  }

  boolean has(String name) {
    return fields.get(name) != null;
  }

  String text(String name) {
    if (fields.get(name) instanceof String text) {
      return text;
    }
    throw wrong(name, "a text");
  }

  /** A whole number of any sign. */
  long whole(String name) {
    Object value = fields.get(name);
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    if (value instanceof Double number && Math.rint(number) == number && number < EXACT) {
      return number.longValue();
    }
    throw wrong(name, "a whole number of 64 bits");
  }

  /** A whole number of at least {@code least}. */
  long atLeast(long least, String name) {
    long number = whole(name);
    if (number < least) {
      throw wrong(name, "at least " + least);
    }
    return number;
  }

  /** A number above zero. */
  double positive(String name) {
    if (fields.get(name) instanceof Number number && number.doubleValue() > 0) {
      return number.doubleValue();
    }
    throw wrong(name, "a number above zero");
  }

  /** A list of numbers of at least zero. */
  List<Double> numbers(String name) {
    List<Double> numbers = new ArrayList<>();
    if (!(fields.get(name) instanceof List<?> list)) {
      throw wrong(name, "a list of numbers");
    }
    for (Object element : list) {
      if (!(element instanceof Number number) || number.doubleValue() < 0) {
        throw wrong(name, "a list of numbers");
      }
      numbers.add(number.doubleValue());
    }
    return numbers;
  }

  Optional<Long> maybe(String name) {
    return has(name) ? Optional.of(whole(name)) : Optional.empty();
  }

  String textOr(String name, String otherwise) {
    return has(name) ? text(name) : otherwise;
  }

  JsonFields object(String name) {
    return object(name, fields.get(name));
  }

  List<JsonFields> objects(String name) {
    List<JsonFields> objects = new ArrayList<>();
    if (!(fields.get(name) instanceof List<?> list)) {
      throw wrong(name, "a list of objects");
    }
    list.forEach(element -> objects.add(object(name, element)));
    return objects;
  }

  @SuppressWarnings("unchecked") // an object of JSON has texts as names
  private JsonFields object(String name, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return new JsonFields((Map<String, @Nullable Object>) map);
    }
    throw wrong(name, "an object");
  }

  private BadRecord wrong(String name, String wanted) {
    Object value = fields.get(name);
    return new BadRecord(
        value == null
            ? "no '" + name + "'"
            : "'" + name + "' must be " + wanted + ", not " + value);
  }
}
