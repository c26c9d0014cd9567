package dev.interleave.drivers.network.frame;

import java.util.regex.Pattern;

/**
 * An IPv4 address.
 *
 * @param bits the first octet in the most significant byte
 */
public record Ipv4Address(int bits) {

  private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  /** Whether {@code text} looks like an address rather than a name. */
  public static boolean isDotted(String text) {
    return DOTTED.matcher(text).matches();
  }

  /**
   * The address that {@code text} writes as {@code 10.0.0.1}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Ipv4Address parse(String text) {
    int bits = 0;
    for (String octet : (isDotted(text) ? text : "256").split("\\.", 4)) {
      bits = bits << 8 | octet(octet, text);
    }
    return new Ipv4Address(bits);
  }

  private static int octet(String octet, String text) {
    int value = Integer.parseInt(octet);
    if (value > 255) {
      throw new IllegalArgumentException(
          "address must be an IPv4 address such as 10.0.0.1, not " + text);
    }
    return value;
  }

  @Override
  public String toString() {
    return (bits >>> 24)
        + "."
        + (bits >>> 16 & 255)
        + "."
        + (bits >>> 8 & 255)
        + "."
        + (bits & 255);
  }
}
