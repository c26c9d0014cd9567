package dev.interleave.drivers.network.frame;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A question for the Ethernet address of an IPv4 address, or its answer (RFC 826).
 *
 * @param targetMac all zeros in a request
 */
public record ArpPacket(
    Operation operation,
    MacAddress senderMac,
    Ipv4Address senderAddress,
    MacAddress targetMac,
    Ipv4Address targetAddress) {

  /** What it is. */
  public enum Operation {
    REQUEST(1),
    REPLY(2);

    private final int code;

    Operation(int code) {
      this.code = code;
    }

    private static Optional<Operation> of(long code) {
      return Arrays.stream(values()).filter(it -> it.code == code).findFirst();
    }
  }

  private static final int SIZE = 28;

  /** Hardware Ethernet, protocol IPv4, addresses of 6 and 4 bytes. */
  private static final long ETHERNET_IPV4 = 0x0001_0800_0604L;

  /** Who has {@code wanted}? */
  public static ArpPacket request(MacAddress mac, Ipv4Address address, Ipv4Address wanted) {
    return new ArpPacket(Operation.REQUEST, mac, address, new MacAddress(0), wanted);
  }

  /** The answer of the host at {@code mac} to this request. */
  public ArpPacket reply(MacAddress mac) {
    return new ArpPacket(Operation.REPLY, mac, targetAddress, senderMac, senderAddress);
  }

  /** The payload of its frame. */
  public Octets encode() {
    long kind = ETHERNET_IPV4 << 16 | operation.code;
    ByteBuffer packet = ByteBuffer.allocate(SIZE).putLong(kind);
    senderMac.put(packet);
    packet.putInt(senderAddress.bits());
    targetMac.put(packet);
    return Octets.written(packet.putInt(targetAddress.bits()));
  }

  /** Empty when it is no such packet. What follows it is padding. */
  public static Optional<ArpPacket> decode(Octets octets) {
    if (octets.size() < SIZE) {
      return Optional.empty();
    }
    ByteBuffer packet = octets.buffer();
    long kind = packet.getLong();
    return Operation.of(kind & 0xffff)
        .filter(operation -> kind >>> 16 == ETHERNET_IPV4)
        .map(operation -> addresses(operation, packet));
  }

  private static ArpPacket addresses(Operation operation, ByteBuffer packet) {
    return new ArpPacket(
        operation,
        MacAddress.get(packet),
        new Ipv4Address(packet.getInt()),
        MacAddress.get(packet),
        new Ipv4Address(packet.getInt()));
  }
}
