package dev.interleave.drivers.network;

import dev.interleave.drivers.network.NetworkDriver.LoopedBack;
import dev.interleave.drivers.network.NetworkDriver.Message;
import dev.interleave.drivers.network.frame.EthernetFrame;
import dev.interleave.drivers.network.frame.MacAddress;
import dev.interleave.drivers.network.frame.Octets;
import dev.interleave.kernel.DriverContext;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The driver's hand on its device: frames in and out, each for its CPU time and counted. A frame to
 * the card's own address never reaches the device. For the driver's own turns.
 */
final class Card implements Consumer<Octets> {

  private final DriverContext<Message> context;
  private final NetworkDevice device;
  private final MacAddress self;
  private final Duration frameCost;
  private Memory memory;

  Card(DriverContext<Message> context, NetworkDevice device, NetworkDriver settings) {
    this.context = context;
    this.device = device;
    this.self = MacAddress.parse(settings.mac());
    this.frameCost = settings.frameCost();
    this.memory = context.restore(Memory.class).orElse(Memory.NONE);
  }

  /** Sends a frame. */
  @Override
  public void accept(Octets frame) {
    context.consume(frameCost);
    context.count("frames-sent", 1);
    if (toSelf(frame)) {
      context.actor().getSelf().tell(new LoopedBack(frame));
    } else {
      device.transmit(frame);
    }
  }

  /** Gives every received frame to {@code handler}. */
  void receive(Consumer<Octets> handler) {
    for (var frame = device.receive(); frame.isPresent(); frame = device.receive()) {
      received(frame.get(), handler);
    }
  }

  /** Gives one received frame to {@code handler}. */
  void received(Octets frame, Consumer<Octets> handler) {
    context.consume(frameCost);
    context.count("frames-received", 1);
    handler.accept(frame);
  }

  Memory memory() {
    return memory;
  }

  void remember(Memory next) {
    memory = next;
    context.save(next);
  }

  private boolean toSelf(Octets frame) {
    return EthernetFrame.decode(frame).filter(it -> it.destination().equals(self)).isPresent();
  }
}
