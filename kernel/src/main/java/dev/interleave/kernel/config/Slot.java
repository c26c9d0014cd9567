package dev.interleave.kernel.config;

import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;

/**
 * The place in a record that a value is for, as mistakes name it.
 *
 * @param name {@code quantum of round-robin}
 * @param limits what the record says about its values
 * @param mistakes takes what is wrong
 */
record Slot(String name, Limits limits, Mistakes mistakes) {

  private static final int SHOWN = 60;

  /** Adds {@code <name> must be <wanted>, not <value>}. */
  void mustBe(String wanted, ConfigValue value) {
    mustBe(wanted, value, "");
  }

  /** Adds {@code <name> must be <wanted>, not <value><more>}. */
  void mustBe(String wanted, ConfigValue value, String more) {
    String text = text(value);
    String problem = name + " must be " + wanted + ", not " + shown(value, text) + more;
    mistakes.add(value, problem, text);
  }

  /** One element of the list or block in this slot. */
  Slot element(String element) {
    return new Slot(element + " of " + name, Limits.NONE, mistakes);
  }

  /** The value as it is written, if it is a single value; else empty. */
  static String text(ConfigValue value) {
    ConfigValueType type = value.valueType();
    boolean single = type != ConfigValueType.OBJECT && type != ConfigValueType.LIST;
    return single && type != ConfigValueType.NULL ? value.atKey("v").getString("v").strip() : "";
  }

  private static String shown(ConfigValue value, String text) {
    return switch (value.valueType()) {
      case OBJECT -> "a block";
      case LIST -> "a list";
      case NULL -> "null";
      case STRING -> text.isEmpty() ? "an empty text" : quoted(text);
      default -> cut(text);
    };
  }

  /** Words in quotes; what begins like a number without them. */
  private static String quoted(String text) {
    char first = text.charAt(0);
    boolean number = Character.isDigit(first) || (first == '-' && text.length() > 1);
    return number || text.equals("NaN") ? cut(text) : "'" + cut(text) + "'";
  }

  private static String cut(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
  }
}
