package dev.interleave.drivers.network.frame;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Bytes that do not change: a frame or a part of one. Numbers are in network order. */
public final class Octets {

  /** None at all. */
  public static final Octets NONE = new Octets(new byte[0]);

  private final byte[] bytes;

  private Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of {@code bytes}. */
  public static Octets of(byte... bytes) {
    return new Octets(bytes.clone());
  }

  /** The bytes that {@code hex} writes; spaces are ignored. */
  public static Octets ofHex(String hex) {
    return new Octets(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  /** {@code text} in UTF-8. */
  public static Octets ofText(String text) {
    return new Octets(text.getBytes(StandardCharsets.UTF_8));
  }

  /** All bytes that were put into {@code buffer}, which must not be used any more. */
  static Octets written(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.flip().remaining()];
    buffer.get(bytes);
    return new Octets(bytes);
  }

  /** How many there are. */
  public int size() {
    return bytes.length;
  }

  /** The byte at {@code index}, 0 to 255. */
  public int octet(int index) {
    return bytes[index] & 0xff;
  }

  /** The 16-bit number at {@code index}. */
  public int number(int index) {
    return octet(index) << 8 | octet(index + 1);
  }

  /** The bytes from {@code start} to before {@code end}. */
  public Octets slice(int start, int end) {
    return new Octets(Arrays.copyOfRange(bytes, start, end));
  }

  /** The bytes from {@code start} on. */
  public Octets from(int start) {
    return slice(start, bytes.length);
  }

  /** A copy. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** These bytes as text, when they are UTF-8. */
  public Optional<String> text() {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(buffer());
      return Optional.of(text.toString());
    } catch (CharacterCodingException noText) {
      return Optional.empty();
    }
  }

  /** A view for reading. */
  ByteBuffer buffer() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** In hexadecimal. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
