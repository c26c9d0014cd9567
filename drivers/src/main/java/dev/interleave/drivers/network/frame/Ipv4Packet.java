package dev.interleave.drivers.network.frame;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A whole IPv4 packet (RFC 791), sent with "don't fragment". Fragments are not decoded; options are
 * skipped.
 *
 * @param identification 0 to 65535
 * @param timeToLive 0 to 255
 * @param protocol of the payload, 0 to 255
 */
public record Ipv4Packet(
    int identification,
    int timeToLive,
    int protocol,
    Ipv4Address source,
    Ipv4Address destination,
    Octets payload) {

  /** The protocol number of ICMP. */
  public static final int ICMP = 1;

  /** The protocol number of UDP. */
  public static final int UDP = 17;

  /** The length of the header without options. */
  public static final int HEADER = 20;

  private static final int DONT_FRAGMENT = 0x4000;

  /** "More fragments" or a fragment's offset. */
  private static final int FRAGMENT = 0x3fff;

  /**
   * With its checksum.
   *
   * @throws IllegalStateException when it is longer than 65535 bytes
   */
  public Octets encode() {
    int length = HEADER + payload.size();
    if (length > 0xffff) {
      throw new IllegalStateException("an IPv4 packet cannot have " + length + " bytes");
    }
    Octets unsummed = header(length, 0);
    Octets header = header(length, new InternetChecksum().add(unsummed).value());
    return Octets.written(ByteBuffer.allocate(length).put(header.buffer()).put(payload.buffer()));
  }

  private Octets header(int length, int checksum) {
    return Octets.written(
        ByteBuffer.allocate(HEADER)
            .putShort((short) 0x4500)
            .putShort((short) length)
            .putShort((short) identification)
            .putShort((short) DONT_FRAGMENT)
            .put((byte) timeToLive)
            .put((byte) protocol)
            .putShort((short) checksum)
            .putInt(source.bits())
            .putInt(destination.bits()));
  }

  /** Empty when it is no such packet. What follows its declared length is padding. */
  public static Optional<Ipv4Packet> decode(Octets octets) {
    if (octets.size() < HEADER || octets.octet(0) >> 4 != 4) {
      return Optional.empty();
    }
    int header = (octets.octet(0) & 15) * 4;
    int length = octets.number(2);
    boolean whole = header >= HEADER && header <= length && length <= octets.size();
    return whole && InternetChecksum.holds(octets.slice(0, header)) && !fragment(octets)
        ? Optional.of(packet(octets, octets.slice(header, length)))
        : Optional.empty();
  }

  private static boolean fragment(Octets octets) {
    return (octets.number(6) & FRAGMENT) != 0;
  }

  private static Ipv4Packet packet(Octets octets, Octets payload) {
    return new Ipv4Packet(
        octets.number(4),
        octets.octet(8),
        octets.octet(9),
        new Ipv4Address(octets.buffer().getInt(12)),
        new Ipv4Address(octets.buffer().getInt(16)),
        payload);
  }
}
