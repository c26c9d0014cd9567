package dev.interleave.drivers.network;

import dev.interleave.drivers.network.frame.Ipv4Address;
import dev.interleave.drivers.network.frame.MacAddress;
import dev.interleave.drivers.network.frame.Octets;
import dev.interleave.kernel.Driver;
import dev.interleave.kernel.DriverContext;
import dev.interleave.kernel.config.Positive;
import dev.interleave.kernel.config.Range;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;

/**
 * A network card with a small internet stack: it pings and sends lines of text in real frames
 * (Ethernet, ARP, IPv4, ICMP, UDP), and answers those of others.
 *
 * <p>Its device is a simulated link to a second host, or UDP on loopback between two processes; the
 * frames are the same. A frame costs {@code frameCost} of CPU time; the link costs none.
 *
 * @param backend what the frames travel on
 * @param address the IPv4 address of this card
 * @param mac the Ethernet address of this card, unicast
 * @param peer the other host: the one on the simulated link, or the name of the other process
 * @param link the simulated link
 * @param udp the ports of the {@code udp} backend
 * @param rings how many frames the device holds
 * @param frameCost CPU time for each frame sent or received
 * @param pingTimeout how long a ping waits for its answer
 * @param retry when what was not answered is sent again (address resolution and lines)
 */
public record NetworkDriver(
    Backend backend,
    String address,
    String mac,
    Peer peer,
    LinkSettings link,
    UdpSettings udp,
    RingSettings rings,
    Duration frameCost,
    @Positive Duration pingTimeout,
    Retry retry)
    implements Driver<NetworkDriver.Message> {

  /** What the frames travel on. */
  public enum Backend {
    /** A simulated link to a simulated host, in device time. */
    SIMULATED {
      @Override
      NetworkDevice device(NetworkDriver settings) {
        return new SimulatedNic(settings);
      }
    },
    /** Datagrams on loopback to another process; real dispatchers only. */
    UDP {
      @Override
      NetworkDevice device(NetworkDriver settings) {
        return new LoopbackNic(settings);
      }
    };

    abstract NetworkDevice device(NetworkDriver settings);
  }

  /** What the driver understands; the public records are its requests. */
  public sealed interface Message {}

  /**
   * One ICMP echo request.
   *
   * @param host a known name or a dotted address
   */
  public record Ping(String host, ActorRef<PingReply> replyTo) implements Message {}

  /**
   * Sends one line of text by UDP and waits for the answering line; repeated when it is lost, and
   * served at most once all the same. Every host listens on port 7 (answers the same text), 13 (the
   * time since it was booted) and 70 (the text reversed).
   *
   * @param host a known name or a dotted address
   */
  public record Send(
      String host, @Range(min = 1, max = 65535) int port, String text, ActorRef<SendReply> replyTo)
      implements Message {}

  /**
   * Takes the lines that others send to {@code port} of this host from now on. The listener hears
   * {@link Listening} or {@link Refused}, then each {@link LineReceived}, which it should {@link
   * Answer}.
   */
  public record Listen(@Range(min = 1, max = 65535) int port, ActorRef<Inbound> listener)
      implements Message {}

  /** The listener's answer to the line with that number. */
  public record Answer(long line, String text) implements Message {}

  record Interrupted(long badges) implements Message {}

  record Overdue(Runnable action) implements Message {}

  record LoopedBack(Octets frame) implements Message {}

  record ListenerGone(int port) implements Message {}

  /** What a ping is answered with. */
  public sealed interface PingReply {}

  /** What a line is answered with. */
  public sealed interface SendReply {}

  /**
   * The echo came back.
   *
   * @param sequence the number of this ping among those of this card, from 1
   * @param roundTrip from the turn of the request to the turn of its answer
   */
  public record Pong(String host, int sequence, Duration roundTrip) implements PingReply {}

  /** The line that answers. */
  public record Line(String host, String text, Duration roundTrip) implements SendReply {}

  /** It could not be sent, or the network said no. */
  public record Unreachable(String host, String reason) implements PingReply, SendReply {}

  /** No answer came in time. */
  public record TimedOut(String host, String reason) implements PingReply, SendReply {}

  /** What a listener hears. */
  public sealed interface Inbound {}

  /** The port is the listener's. */
  public record Listening(int port) implements Inbound {}

  /** The port is not the listener's, and why. */
  public record Refused(int port, String reason) implements Inbound {}

  /**
   * Somebody sent a line.
   *
   * @param line its number, for the {@link Answer}
   * @param from the sender's name, or its address when it has none
   */
  public record LineReceived(long line, String from, int port, String text, ActorRef<Message> nic)
      implements Inbound {}

  /**
   * @throws IllegalArgumentException when an address is none
   */
  public NetworkDriver {
    Ipv4Address.parse(address);
    MacAddress.parse(mac);
    if (address.equals(peer.address())) {
      throw new IllegalArgumentException("address must not be the peer's, " + address);
    }
  }

  @Override
  public Behavior<Message> start(DriverContext<Message> context) {
    return NicBehavior.of(this, context);
  }
}
