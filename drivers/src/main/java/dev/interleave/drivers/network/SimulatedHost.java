package dev.interleave.drivers.network;

import dev.interleave.drivers.network.frame.ArpPacket;
import dev.interleave.drivers.network.frame.IcmpMessage;
import dev.interleave.drivers.network.frame.Ipv4Packet;
import dev.interleave.drivers.network.frame.Octets;
import dev.interleave.drivers.network.frame.UdpDatagram;
import dev.interleave.kernel.time.Clock;
import java.util.function.Consumer;

/**
 * The host at the other end of the simulated link. It is hardware to this machine: it answers in
 * device time and uses no core. It only answers: ARP, pings, and lines for the built-in services.
 * Not threadsafe: it is called under its device's lock.
 */
final class SimulatedHost implements FrameHandler {

  private final FrameBuilder frames;
  private final LineServer lines;
  private final Consumer<Octets> output;

  /**
   * @param output takes the frames that it sends
   */
  SimulatedHost(Station self, PayloadLimit limit, Clock clock, Consumer<Octets> output) {
    this.frames = new FrameBuilder(self);
    this.lines = new LineServer(BuiltInServices.of(clock), frames, limit, output);
    this.output = output;
  }

  @Override
  public void arp(ArpPacket packet) {
    if (packet.operation() == ArpPacket.Operation.REQUEST) {
      output.accept(frames.answer(packet));
    }
  }

  @Override
  public void icmp(Station from, IcmpMessage message) {
    if (message instanceof IcmpMessage.EchoRequest request) {
      output.accept(frames.icmp(from, request.reply()));
    }
  }

  @Override
  public void udp(Station from, UdpDatagram datagram, Ipv4Packet packet) {
    lines.accept(from, datagram, packet);
  }

  /** A host that gets a broken frame forgets it. */
  @Override
  public void malformed() {}
}
