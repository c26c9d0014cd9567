package dev.interleave.drivers.network;

import dev.interleave.drivers.network.frame.ArpPacket;
import dev.interleave.drivers.network.frame.EthernetFrame;
import dev.interleave.drivers.network.frame.IcmpMessage;
import dev.interleave.drivers.network.frame.Ipv4Address;
import dev.interleave.drivers.network.frame.Ipv4Packet;
import dev.interleave.drivers.network.frame.MacAddress;
import dev.interleave.drivers.network.frame.Octets;
import dev.interleave.drivers.network.frame.UdpDatagram;

/** Makes the frames that one host sends. Not threadsafe. */
final class FrameBuilder {

  /** What systems of today send. */
  private static final int TIME_TO_LIVE = 64;

  private final Station self;
  private int packets;

  FrameBuilder(Station self) {
    this.self = self;
  }

  /** Asks everybody who has {@code wanted}. */
  Octets question(Ipv4Address wanted) {
    ArpPacket packet = ArpPacket.request(self.mac(), self.address(), wanted);
    return ethernet(MacAddress.BROADCAST, EthernetFrame.ARP, packet.encode());
  }

  /** Answers a question for this host's address. */
  Octets answer(ArpPacket question) {
    ArpPacket reply = question.reply(self.mac());
    return ethernet(question.senderMac(), EthernetFrame.ARP, reply.encode());
  }

  Octets icmp(Station to, IcmpMessage message) {
    return ipv4(to, Ipv4Packet.ICMP, message.encode());
  }

  Octets udp(Station to, UdpDatagram datagram) {
    return ipv4(to, Ipv4Packet.UDP, datagram.encode(self.address(), to.address()));
  }

  private Octets ipv4(Station to, int protocol, Octets payload) {
    packets++;
    Ipv4Packet packet =
        new Ipv4Packet(
            packets & 0xffff, TIME_TO_LIVE, protocol, self.address(), to.address(), payload);
    return ethernet(to.mac(), EthernetFrame.IPV4, packet.encode());
  }

  private Octets ethernet(MacAddress to, int type, Octets payload) {
    return new EthernetFrame(to, self.mac(), type, payload).encode();
  }
}
