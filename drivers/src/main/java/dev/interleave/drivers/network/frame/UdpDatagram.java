package dev.interleave.drivers.network.frame;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A UDP datagram (RFC 768). Its checksum covers the addresses of the packet that carries it.
 *
 * @param sourcePort 0 to 65535
 * @param destinationPort 0 to 65535
 */
public record UdpDatagram(int sourcePort, int destinationPort, Octets payload) {

  /** The length of the header. */
  public static final int HEADER = 8;

  /** With its checksum in a packet between the two addresses. */
  public Octets encode(Ipv4Address source, Ipv4Address destination) {
    Octets unsummed = encode(0);
    int checksum = sum(unsummed, source, destination).value();
    return encode(checksum == 0 ? 0xffff : checksum);
  }

  /** Empty when it is no such datagram. One without a checksum, that is 0, is taken as it is. */
  public static Optional<UdpDatagram> decode(
      Octets octets, Ipv4Address source, Ipv4Address destination) {
    if (octets.size() < HEADER) {
      return Optional.empty();
    }
    int length = octets.number(4);
    return length >= HEADER
            && length <= octets.size()
            && intact(octets.slice(0, length), source, destination)
        ? Optional.of(
            new UdpDatagram(octets.number(0), octets.number(2), octets.slice(HEADER, length)))
        : Optional.empty();
  }

  private static boolean intact(Octets octets, Ipv4Address source, Ipv4Address destination) {
    return octets.number(6) == 0 || sum(octets, source, destination).value() == 0;
  }

  private static InternetChecksum sum(Octets octets, Ipv4Address source, Ipv4Address destination) {
    ByteBuffer pseudoHeader =
        ByteBuffer.allocate(12)
            .putInt(source.bits())
            .putInt(destination.bits())
            .putShort((short) Ipv4Packet.UDP)
            .putShort((short) octets.size());
    return new InternetChecksum().add(Octets.written(pseudoHeader)).add(octets);
  }

  private Octets encode(int checksum) {
    int length = HEADER + payload.size();
    return Octets.written(
        ByteBuffer.allocate(length)
            .putShort((short) sourcePort)
            .putShort((short) destinationPort)
            .putShort((short) length)
            .putShort((short) checksum)
            .put(payload.buffer()));
  }
}
