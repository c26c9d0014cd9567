package dev.interleave.kernel.trace;

import java.math.BigDecimal;
import java.util.List;

/** Writes one JSON object on one line, its members in the order in which they are put. */
public final class JsonObject {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder text = new StringBuilder("{");

  /** Adds a text. */
  public JsonObject put(String name, String value) {
    return raw(name, quoted(value));
  }

  /** Adds a whole number. */
  public JsonObject put(String name, long value) {
    return raw(name, Long.toString(value));
  }

  /** Adds {@code true} or {@code false}. */
  public JsonObject put(String name, boolean value) {
    return raw(name, Boolean.toString(value));
  }

  /** Adds a number, exactly. */
  public JsonObject put(String name, BigDecimal value) {
    return raw(name, value.stripTrailingZeros().toPlainString());
  }

  /** Adds an object. */
  public JsonObject put(String name, JsonObject value) {
    return raw(name, value.toString());
  }

  /** Adds an array of objects. */
  public JsonObject put(String name, List<JsonObject> values) {
    return raw(name, values.toString());
  }

  /** Adds {@code null}. */
  public JsonObject putNull(String name) {
    return raw(name, "null");
  }

  private JsonObject raw(String name, String value) {
    text.append(text.length() > 1 ? "," : "").append(quoted(name)).append(':').append(value);
    return this;
  }

  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      append(quoted, value, i);
    }
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, String value, int i) {
    char c = value.charAt(i);
    if (c == '"' || c == '\\') {
      quoted.append('\\').append(c);
    } else if (c == '\n') {
      quoted.append("\\n");
    } else if (c < ' ' || isLone(value, i)) {
      quoted.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        quoted.append(HEX.charAt(c >> shift & 0xF));
      }
    } else {
      quoted.append(c);
    }
  }

  /** Half a surrogate pair, which no encoding can write. */
  private static boolean isLone(String value, int i) {
    char c = value.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
  }

  /** The object, without a line break in it. */
  @Override
  public String toString() {
    return text + "}";
  }
}
