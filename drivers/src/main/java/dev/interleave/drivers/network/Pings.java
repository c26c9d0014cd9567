package dev.interleave.drivers.network;

import dev.interleave.drivers.network.NetworkDriver.Ping;
import dev.interleave.drivers.network.NetworkDriver.Pong;
import dev.interleave.drivers.network.NetworkDriver.TimedOut;
import dev.interleave.drivers.network.NetworkDriver.Unreachable;
import dev.interleave.drivers.network.frame.IcmpMessage;
import dev.interleave.drivers.network.frame.Ipv4Address;
import dev.interleave.drivers.network.frame.Octets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pings that wait for their echo. For the driver's own turns. */
final class Pings {

  /** 56 bytes, as ping(8) sends. */
  private static final Octets DATA =
      Octets.ofText("concurrency is structure, parallelism is execution......");

  /** What an echo is recognised by. */
  private record Key(Ipv4Address address, int sequence) {}

  /**
   * A ping without its echo.
   *
   * @param sent whether the address was found, so that the ping could be sent
   */
  private record Pending(Ping request, int number, boolean sent, long sentAt) {}

  private final Stack stack;
  private final int identifier;
  private final Map<Key, Pending> pending = new LinkedHashMap<>();

  Pings(Stack stack) {
    this.stack = stack;
    this.identifier = stack.session() & 0xffff;
  }

  void ping(Ping request) {
    stack
        .address(request.host())
        .ifPresentOrElse(
            address -> ping(request, address),
            () -> fail(request, stack.names().unknown(request.host())));
  }

  private void ping(Ping request, Ipv4Address address) {
    Card card = stack.card();
    card.remember(card.memory().withPing());
    int number = card.memory().pings();
    Key key = new Key(address, number & 0xffff);
    pending.put(key, new Pending(request, number, false, 0));
    stack.alarms().set(key, stack.settings().pingTimeout(), () -> overdue(key));
    stack.neighbours().find(address, it -> send(it, key), reason -> missing(key, reason));
  }

  private void send(Station station, Key key) {
    Pending ping = pending.get(key);
    if (ping != null) {
      pending.put(key, new Pending(ping.request, ping.number, true, stack.now()));
      IcmpMessage echo = new IcmpMessage.EchoRequest(identifier, key.sequence, DATA);
      stack.card().accept(stack.frames().icmp(station, echo));
    }
  }

  /** {@code from} sent an echo; one that nobody waits for any more is forgotten. */
  void answered(Station from, IcmpMessage.EchoReply reply) {
    Key key = new Key(from.address(), reply.sequence());
    Pending ping = reply.identifier() == identifier ? end(key) : null;
    if (ping != null) {
      long nanos = stack.now() - ping.sentAt;
      stack.context().measure("rtt", nanos);
      Duration roundTrip = Duration.ofNanos(nanos);
      ping.request.replyTo().tell(new Pong(ping.request.host(), ping.number, roundTrip));
    }
  }

  private void overdue(Key key) {
    Pending ping = end(key);
    String within = " within " + DurationWords.of(stack.settings().pingTimeout());
    if (ping != null && ping.sent) {
      stack.context().count("timed-out", 1);
      ping.request.replyTo().tell(new TimedOut(ping.request.host(), "no answer" + within));
    } else if (ping != null) {
      fail(ping.request, "nobody on the link said" + within + " that it is " + key.address);
    }
  }

  private void missing(Key key, String reason) {
    Pending ping = end(key);
    if (ping != null) {
      fail(ping.request, reason);
    }
  }

  private static void fail(Ping request, String reason) {
    request.replyTo().tell(new Unreachable(request.host(), reason));
  }

  private @Nullable Pending end(Key key) {
    stack.alarms().cancel(key);
    return pending.remove(key);
  }
}
