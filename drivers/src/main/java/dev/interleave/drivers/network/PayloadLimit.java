package dev.interleave.drivers.network;

import dev.interleave.drivers.network.frame.Ipv4Packet;
import dev.interleave.drivers.network.frame.Octets;
import dev.interleave.drivers.network.frame.UdpDatagram;
import java.util.Optional;

/**
 * How much a datagram can carry without fragmentation, which this stack refuses to do.
 *
 * @param bytes the most
 */
record PayloadLimit(int bytes) {

  static PayloadLimit of(LinkSettings link) {
    return new PayloadLimit((int) link.mtu().count() - Ipv4Packet.HEADER - UdpDatagram.HEADER);
  }

  /** Why {@code payload}, called {@code what}, is not sent; empty when it fits. */
  Optional<String> refusal(String what, Octets payload) {
    return payload.size() <= bytes
        ? Optional.empty()
        : Optional.of(
            what
                + " needs "
                + payload.size()
                + " bytes and a datagram here carries "
                + bytes
                + ": shorten it or raise link.mtu");
  }
}
