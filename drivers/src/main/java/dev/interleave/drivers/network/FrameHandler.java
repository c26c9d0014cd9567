package dev.interleave.drivers.network;

import dev.interleave.drivers.network.frame.ArpPacket;
import dev.interleave.drivers.network.frame.IcmpMessage;
import dev.interleave.drivers.network.frame.Ipv4Packet;
import dev.interleave.drivers.network.frame.UdpDatagram;

/** What a host does with the frames that are for it. */
interface FrameHandler {

  void arp(ArpPacket packet);

  /** {@code from} sent {@code message}. */
  void icmp(Station from, IcmpMessage message);

  /** {@code from} sent {@code datagram} in {@code packet}. */
  void udp(Station from, UdpDatagram datagram, Ipv4Packet packet);

  /** A frame came that is not whole, has a wrong checksum or is of no known kind. */
  void malformed();
}
