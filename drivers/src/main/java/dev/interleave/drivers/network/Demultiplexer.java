package dev.interleave.drivers.network;

import dev.interleave.drivers.network.frame.ArpPacket;
import dev.interleave.drivers.network.frame.EthernetFrame;
import dev.interleave.drivers.network.frame.IcmpMessage;
import dev.interleave.drivers.network.frame.Ipv4Packet;
import dev.interleave.drivers.network.frame.MacAddress;
import dev.interleave.drivers.network.frame.Octets;
import dev.interleave.drivers.network.frame.UdpDatagram;
import java.util.function.Consumer;

/** Opens the frames that are for one host, layer by layer; those for others pass it by. */
record Demultiplexer(Station self, FrameHandler handler) implements Consumer<Octets> {

  /** Never throws for what is in {@code octets}. */
  @Override
  public void accept(Octets octets) {
    EthernetFrame.decode(octets).ifPresentOrElse(this::ethernet, handler::malformed);
  }

  private void ethernet(EthernetFrame frame) {
    if (!frame.destination().equals(self.mac())
        && !frame.destination().equals(MacAddress.BROADCAST)) {
      return;
    }
    switch (frame.type()) {
      case EthernetFrame.ARP -> arp(frame.payload());
      case EthernetFrame.IPV4 -> ipv4(frame.source(), frame.payload());
      default -> handler.malformed();
    }
  }

  private void arp(Octets payload) {
    ArpPacket.decode(payload).ifPresentOrElse(this::arp, handler::malformed);
  }

  private void arp(ArpPacket packet) {
    if (packet.targetAddress().equals(self.address())) {
      handler.arp(packet);
    }
  }

  private void ipv4(MacAddress from, Octets payload) {
    Ipv4Packet.decode(payload).ifPresentOrElse(it -> ipv4(from, it), handler::malformed);
  }

  private void ipv4(MacAddress mac, Ipv4Packet packet) {
    if (!packet.destination().equals(self.address())) {
      return;
    }
    Station from = new Station(mac, packet.source());
    switch (packet.protocol()) {
      case Ipv4Packet.ICMP ->
          IcmpMessage.decode(packet.payload())
              .ifPresentOrElse(it -> handler.icmp(from, it), handler::malformed);
      case Ipv4Packet.UDP ->
          UdpDatagram.decode(packet.payload(), packet.source(), packet.destination())
              .ifPresentOrElse(it -> handler.udp(from, it, packet), handler::malformed);
      default -> handler.malformed();
    }
  }
}
