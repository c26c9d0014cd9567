package dev.interleave.drivers.network.frame;

import java.nio.ByteBuffer;
import java.util.Optional;

/** An ICMP message (RFC 792): the kinds that a host without routes needs. */
public sealed interface IcmpMessage {

  /** "Are you there?" */
  record EchoRequest(int identifier, int sequence, Octets data) implements IcmpMessage {

    /** What it is answered with. */
    public EchoReply reply() {
      return new EchoReply(identifier, sequence, data);
    }

    @Override
    public Octets encode() {
      return IcmpMessage.encode(8, 0, identifier << 16 | sequence, data);
    }
  }

  /** "I am", with the same identifier, sequence and data. */
  record EchoReply(int identifier, int sequence, Octets data) implements IcmpMessage {
    @Override
    public Octets encode() {
      return IcmpMessage.encode(0, 0, identifier << 16 | sequence, data);
    }
  }

  /**
   * A packet could not be delivered.
   *
   * @param code why, 0 to 255
   * @param original the header and the first 8 bytes of the packet
   */
  record Unreachable(int code, Octets original) implements IcmpMessage {

    /** Nothing listens on the port. */
    public static final int PORT = 3;

    /** The answer to {@code packet}, whose port nobody listens on. */
    public static Unreachable port(Ipv4Packet packet) {
      Octets whole = packet.encode();
      return new Unreachable(PORT, whole.slice(0, Math.min(Ipv4Packet.HEADER + 8, whole.size())));
    }

    /** What was not delivered, when it was UDP. */
    public Optional<Undelivered> undelivered() {
      int header = original.size() == 0 ? 0 : (original.octet(0) & 15) * 4;
      boolean whole = header >= Ipv4Packet.HEADER && original.size() >= header + 4;
      return whole && original.octet(9) == Ipv4Packet.UDP
          ? Optional.of(
              new Undelivered(
                  new Ipv4Address(original.buffer().getInt(16)),
                  original.number(header),
                  original.number(header + 2)))
          : Optional.empty();
    }

    @Override
    public Octets encode() {
      return IcmpMessage.encode(3, code, 0, original);
    }
  }

  /** A datagram by its receiver and its ports. */
  record Undelivered(Ipv4Address to, int fromPort, int toPort) {}

  /** With its checksum. */
  Octets encode();

  /** Empty when it is no such message. */
  static Optional<IcmpMessage> decode(Octets octets) {
    return octets.size() >= 8 && InternetChecksum.holds(octets)
        ? message(octets.octet(0), octets.octet(1), octets)
        : Optional.empty();
  }

  private static Optional<IcmpMessage> message(int type, int code, Octets octets) {
    int identifier = octets.number(4);
    int sequence = octets.number(6);
    Octets data = octets.from(8);
    return switch (type) {
      case 0 -> Optional.of(new EchoReply(identifier, sequence, data));
      case 3 -> Optional.of(new Unreachable(code, data));
      case 8 -> Optional.of(new EchoRequest(identifier, sequence, data));
      default -> Optional.empty();
    };
  }

  private static Octets encode(int type, int code, int rest, Octets data) {
    Octets unsummed = encode(type, code, 0, rest, data);
    return encode(type, code, new InternetChecksum().add(unsummed).value(), rest, data);
  }

  private static Octets encode(int type, int code, int checksum, int rest, Octets data) {
    return Octets.written(
        ByteBuffer.allocate(8 + data.size())
            .put((byte) type)
            .put((byte) code)
            .putShort((short) checksum)
            .putInt(rest)
            .put(data.buffer()));
  }
}
