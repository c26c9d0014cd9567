package dev.interleave.drivers.network.frame;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An Ethernet address.
 *
 * @param bits 48 of them, the first octet on the wire most significant
 */
public record MacAddress(long bits) {

  /** Everybody on the link. */
  public static final MacAddress BROADCAST = new MacAddress(0xffff_ffff_ffffL);

  private static final long MULTICAST = 1L << 40;

  private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{2}([:-][0-9a-fA-F]{2}){5}");

  /**
   * The unicast address that {@code text} writes as {@code 02:00:00:00:00:01}, or with hyphens.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static MacAddress parse(String text) {
    long bits =
        FORM.matcher(text).matches() ? Long.parseLong(text.replaceAll("[:-]", ""), 16) : MULTICAST;
    if ((bits & MULTICAST) != 0) {
      throw new IllegalArgumentException(
          "mac must be a unicast Ethernet address such as 02:00:00:00:00:01, not " + text);
    }
    return new MacAddress(bits);
  }

  void put(ByteBuffer buffer) {
    buffer.putShort((short) (bits >>> 32)).putInt((int) bits);
  }

  static MacAddress get(ByteBuffer buffer) {
    return new MacAddress((buffer.getShort() & 0xffffL) << 32 | (buffer.getInt() & 0xffff_ffffL));
  }

  @Override
  public String toString() {
    List<String> octets = new ArrayList<>();
    for (int shift = 40; shift >= 0; shift -= 8) {
      octets.add(String.format("%02x", bits >>> shift & 255));
    }
    return String.join(":", octets);
  }
}
