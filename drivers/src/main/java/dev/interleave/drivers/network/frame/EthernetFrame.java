package dev.interleave.drivers.network.frame;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An Ethernet II frame without its check sequence, as captures hold it.
 *
 * @param type the EtherType of the payload
 * @param payload after decoding with the padding of short frames
 */
public record EthernetFrame(MacAddress destination, MacAddress source, int type, Octets payload) {

  /** The EtherType of IPv4. */
  public static final int IPV4 = 0x0800;

  /** The EtherType of ARP. */
  public static final int ARP = 0x0806;

  /** The length of the header. */
  public static final int HEADER = 14;

  private static final int SHORTEST = 60;

  /** Below this the field is the length of an IEEE 802.3 frame. */
  private static final int LEAST_TYPE = 0x0600;

  /** Padded with zeros to 60 bytes, the shortest frame. */
  public Octets encode() {
    ByteBuffer frame = ByteBuffer.allocate(Math.max(SHORTEST, HEADER + payload.size()));
    destination.put(frame);
    source.put(frame);
    frame.putShort((short) type).put(payload.buffer());
    return Octets.written(frame.position(frame.capacity()));
  }

  /** Empty when it is no such frame. */
  public static Optional<EthernetFrame> decode(Octets octets) {
    if (octets.size() < HEADER || octets.number(12) < LEAST_TYPE) {
      return Optional.empty();
    }
    ByteBuffer header = octets.buffer();
    return Optional.of(
        new EthernetFrame(
            MacAddress.get(header),
            MacAddress.get(header),
            octets.number(12),
            octets.from(HEADER)));
  }
}
