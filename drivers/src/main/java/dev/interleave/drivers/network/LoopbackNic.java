package dev.interleave.drivers.network;

import dev.interleave.drivers.network.frame.Octets;
import dev.interleave.kernel.Bus;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The real backend: each frame is a datagram between two ports of the loopback interface, so that
 * two processes are on one link. Whatever else arrives at the port is a frame to the driver too,
 * which counts it as malformed. It keeps an otherwise idle machine awake.
 */
final class LoopbackNic implements NetworkDevice {

  /** The longest datagram. */
  private static final int MOST = 65_507;

  private final UdpSettings ports;
  private final Ring received;
  private @Nullable Bus bus;
  private @Nullable DatagramChannel channel;
  private @Nullable AutoCloseable expectation;

  LoopbackNic(NetworkDriver settings) {
    this.ports = settings.udp();
    this.received = new Ring(settings.rings().rx());
  }

  @Override
  public synchronized void plug(Bus bus) {
    if (bus.virtual()) {
      throw new IllegalStateException(
          "backend = udp needs the wall clock: use the dispatcher one-thread or multicore,"
              + " or backend = simulated");
    }
    DatagramChannel open = open();
    this.bus = bus;
    this.channel = open;
    this.expectation = bus.expectInput();
    Thread receiver = new Thread(() -> receive(open, bus), "nic-" + ports.localPort());
    receiver.setDaemon(true);
    receiver.start();
  }

  @Override
  public synchronized void unplug() {
    close(channel);
    close(expectation);
    bus = null;
    channel = null;
    expectation = null;
  }

  @Override
  public synchronized void transmit(Octets frame) {
    if (channel == null || bus == null) {
      return;
    }
    try {
      channel.send(ByteBuffer.wrap(frame.toBytes()), loopback(ports.peerPort()));
    } catch (IOException lost) {
      bus.count("lost", 1);
    }
  }

  @Override
  public synchronized Optional<Octets> receive() {
    return received.take();
  }

  /** The process: its peer may remember an earlier one with the same address. */
  @Override
  public int session() {
    return (int) ProcessHandle.current().pid();
  }

  private DatagramChannel open() {
    try {
      DatagramChannel open = DatagramChannel.open();
      try {
        return open.bind(loopback(ports.localPort()));
      } catch (IOException refused) {
        open.close();
        throw refused;
      }
    } catch (BindException taken) {
      throw new IllegalStateException(
          "UDP port "
              + ports.localPort()
              + " cannot be used ("
              + taken.getMessage()
              + "): set udp.local-port to a free one",
          taken);
    } catch (IOException failed) {
      throw new IllegalStateException(
          "no UDP port " + ports.localPort() + ": " + failed.getMessage(), failed);
    }
  }

  /** The receiver's thread, until the channel is closed. */
  private void receive(DatagramChannel open, Bus machine) {
    ByteBuffer buffer = ByteBuffer.allocate(MOST);
    while (open.isOpen()) {
      try {
        open.receive(buffer.clear());
        byte[] bytes = new byte[buffer.flip().remaining()];
        buffer.get(bytes);
        machine.post(() -> arrived(Octets.of(bytes)));
      } catch (IOException closed) {
        // the channel was closed, or an earlier datagram found no peer yet: the next may come
      }
    }
  }

  private synchronized void arrived(Octets frame) {
    if (bus != null) {
      received.arrived(frame, bus);
    }
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static void close(@Nullable AutoCloseable resource) {
    if (resource != null) {
      try {
        resource.close();
      } catch (Exception ignored) {
        // it is not used any more, whatever it says
      }
    }
  }
}
