package dev.interleave.testkit;

import dev.interleave.kernel.config.KebabCase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How answers look in a bench's line: {@code on}, {@code block(7)}, {@code 40us}. */
final class ReplyText {
  private static final long[] NANOS = {1_000_000_000L, 1_000_000L, 1_000L};
  private static final String[] UNITS = {"s", "ms", "us"};

  private ReplyText() {}

  static String of(Object value) {
    if (value instanceof Duration duration) {
      return of(duration.toNanos());
    }
    return value instanceof Record record ? of(record) : String.valueOf(value);
  }

  private static String of(Record record) {
    List<String> parts = new ArrayList<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      parts.add(of(read(component, record)));
    }
    String name = KebabCase.of(record.getClass());
    return parts.isEmpty() ? name : name + "(" + String.join(",", parts) + ")";
  }

  private static Object read(RecordComponent component, Record record) {
    try {
      component.getAccessor().setAccessible(true);
      return String.valueOf(component.getAccessor().invoke(record));
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  /** In the largest unit in which it is a whole number. */
  private static String of(long nanos) {
    for (int i = 0; i < NANOS.length; i++) {
      if (nanos % NANOS[i] == 0 && (nanos != 0 || i == NANOS.length - 1)) {
        return nanos / NANOS[i] + UNITS[i];
      }
    }
    return nanos + "ns";
  }
}
