package dev.interleave.drivers.network;

import dev.interleave.drivers.network.frame.Octets;
import dev.interleave.kernel.Bus;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The model: a card on a simulated link whose other end is a {@link SimulatedHost}. */
final class SimulatedNic implements NetworkDevice {

  private final NetworkDriver settings;
  private final Ring received;
  private @Nullable Bus bus;
  private @Nullable Wire outbound;

  SimulatedNic(NetworkDriver settings) {
    this.settings = settings;
    this.received = new Ring(settings.rings().rx());
  }

  @Override
  public synchronized void plug(Bus bus) {
    DeviceTime time = DeviceTime.of(bus, this);
    Wire inbound = wire(bus, time, this::arrived);
    Demultiplexer host = host(bus, frame -> answer(bus, inbound, frame));
    Peer peer = settings.peer();
    this.bus = bus;
    this.outbound =
        wire(bus, time, frame -> time.after(peer.turnaround(), () -> host.accept(frame)));
  }

  @Override
  public synchronized void unplug() {
    bus = null;
    outbound = null;
  }

  @Override
  public synchronized void transmit(Octets frame) {
    if (bus != null && outbound != null && !outbound.send(frame)) {
      bus.drop("overruns", 1);
    }
  }

  @Override
  public synchronized Optional<Octets> receive() {
    return received.take();
  }

  @Override
  public synchronized int session() {
    return bus == null ? 0 : bus.random().nextInt();
  }

  private Wire wire(Bus bus, DeviceTime time, Consumer<Octets> end) {
    return new Wire(settings.link(), bus, time, settings.rings().tx(), end);
  }

  private Demultiplexer host(Bus bus, Consumer<Octets> output) {
    Station self = Station.of(settings.peer().mac(), settings.peer().address());
    PayloadLimit limit = PayloadLimit.of(settings.link());
    return new Demultiplexer(self, new SimulatedHost(self, limit, bus.clock(), output));
  }

  private static void answer(Bus bus, Wire inbound, Octets frame) {
    if (!inbound.send(frame)) {
      bus.count("lost", 1);
    }
  }

  private void arrived(Octets frame) {
    if (bus != null) {
      received.arrived(frame, bus);
    }
  }
}
