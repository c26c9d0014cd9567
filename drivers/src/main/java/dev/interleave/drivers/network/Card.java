package dev.interleave.drivers.network;

import dev.interleave.drivers.network.NetworkDriver.LoopedBack;
import dev.interleave.drivers.network.NetworkDriver.Message;
import dev.interleave.drivers.network.frame.EthernetFrame;
import dev.interleave.drivers.network.frame.MacAddress;
import dev.interleave.drivers.network.frame.Octets;
import dev.interleave.kernel.DriverContext;
import java.time.Duration;
import java.util.Optional;
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
  private final int places;
  private Memory memory;

  Card(DriverContext<Message> context, NetworkDevice device, NetworkDriver settings) {
    this.context = context;
    this.device = device;
    this.self = MacAddress.parse(settings.mac());
    this.frameCost = settings.frameCost();
    this.places = settings.rings().rx();
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

  /**
   * Gives the received frames to {@code handler}, but no more than the ring holds, so that a turn
   * ends even when frames come faster than they are served: their interrupt is pending by then.
   */
  void receive(Consumer<Octets> handler) {
    for (int i = 0; i < places; i++) {
      Optional<Octets> frame = device.receive();
      if (frame.isEmpty()) {
        return;
      }
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
