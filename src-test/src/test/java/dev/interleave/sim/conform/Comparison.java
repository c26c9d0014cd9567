package dev.interleave.sim.conform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares one answer with what a record expects: the required field must be there, and every field
 * that both have must be equal.
 */
final class Comparison {
  private static final double TOLERANCE = 1e-6;
  private static final Map<String, String> REQUIRED =
      Map.of("schedule", "finish", "realtime", "jobs", "bound", "finish");

  private final JsonFields expected;
  private final JsonFields answer;
  private final boolean anyCore;
  private final List<String> wrong = new ArrayList<>();

  private Comparison(JsonFields record, JsonFields answer) {
    this.expected = record.object("expected");
    this.answer = answer;
    this.anyCore = record.whole("cores") > 1;
  }

  /** What is wrong with {@code answer}; empty when it is right. */
  static List<String> of(JsonFields record, JsonFields answer) {
    Comparison comparison = new Comparison(record, answer);
    String required = Objects.requireNonNull(REQUIRED.get(record.text("kind")));
    if (!answer.has(required)) {
      return List.of("no field " + required);
    }
    comparison.expected.fields().forEach(comparison::field);
    return comparison.wrong;
  }

  private void field(String name, @Nullable Object wanted) {
    if (answer.has(name)) {
      Object have = answer.fields().get(name);
      equal(name, normal(name, wanted), normal(name, have));
    }
  }

  private @Nullable Object normal(String name, @Nullable Object value) {
    if (name.equals("jobs") && value instanceof List<?> jobs) {
      return byName(jobs);
    }
    return name.equals("timeline") && value instanceof List<?> pieces ? sorted(pieces) : value;
  }

  private static Map<String, Object> byName(List<?> jobs) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (Object job : jobs) {
      named.put(String.valueOf(((Map<?, ?>) job).get("job")), job);
    }
    return named;
  }

  private List<String> sorted(List<?> pieces) {
    List<String> sorted = new ArrayList<>();
    for (Object piece : pieces) {
      List<?> p = (List<?>) piece;
      sorted.add(p.get(0) + "-" + p.get(1) + " " + (anyCore ? "" : p.get(2)) + " " + p.get(3));
    }
    sorted.sort(Comparator.naturalOrder());
    return sorted;
  }

  private void equal(String where, @Nullable Object wanted, @Nullable Object have) {
    if (wanted instanceof Map<?, ?> map && have instanceof Map<?, ?> other) {
      sameNames(where, map, other);
      map.forEach((key, value) -> equal(where + "." + key, value, other.get(key)));
    } else if (wanted instanceof Number a && have instanceof Number b) {
      if (!close(a, b)) {
        wrong.add(where + " is " + have + ", expected " + wanted);
      }
    } else if (!Objects.equals(wanted, have)) {
      wrong.add(where + " is " + have + ", expected " + wanted);
    }
  }

  private void sameNames(String where, Map<?, ?> wanted, Map<?, ?> have) {
    if (where.equals("jobs") && !wanted.keySet().equals(have.keySet())) {
      wrong.add("other jobs");
    }
  }

  private static boolean close(Number a, Number b) {
    if (a instanceof Double || b instanceof Double) {
      double larger = Math.max(Math.abs(a.doubleValue()), Math.abs(b.doubleValue()));
      return Math.abs(a.doubleValue() - b.doubleValue()) <= TOLERANCE * Math.max(1, larger);
    }
    return a.longValue() == b.longValue();
  }
}
