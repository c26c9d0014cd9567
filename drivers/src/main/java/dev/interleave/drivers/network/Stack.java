package dev.interleave.drivers.network;

import dev.interleave.drivers.network.NetworkDriver.Message;
import dev.interleave.drivers.network.frame.Ipv4Address;
import dev.interleave.kernel.DriverContext;
import java.util.Optional;

/**
 * What the protocols of one card share. For the driver's own turns.
 *
 * @param session differs from that of an earlier life of the same address
 */
record Stack(
    DriverContext<Message> context,
    NetworkDriver settings,
    Card card,
    FrameBuilder frames,
    Neighbours neighbours,
    HostNames names,
    Alarms alarms,
    int session) {

  static Stack of(
      DriverContext<Message> context, NetworkDriver settings, NetworkDevice device, Alarms alarms) {
    Station self = Station.of(settings.mac(), settings.address());
    Card card = new Card(context, device, settings);
    FrameBuilder frames = new FrameBuilder(self);
    Neighbours neighbours = new Neighbours(frames, card, alarms, settings.retry());
    neighbours.learn(self);
    HostNames names = new HostNames(settings, context.name());
    return new Stack(context, settings, card, frames, neighbours, names, alarms, device.session());
  }

  Optional<Ipv4Address> address(String host) {
    return names.address(host);
  }

  long now() {
    return context.clock().nanos();
  }
}
