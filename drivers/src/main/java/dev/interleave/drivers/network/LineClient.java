package dev.interleave.drivers.network;

import dev.interleave.drivers.network.NetworkDriver.Line;
import dev.interleave.drivers.network.NetworkDriver.Send;
import dev.interleave.drivers.network.NetworkDriver.TimedOut;
import dev.interleave.drivers.network.NetworkDriver.Unreachable;
import dev.interleave.drivers.network.frame.IcmpMessage.Undelivered;
import dev.interleave.drivers.network.frame.Ipv4Address;
import dev.interleave.drivers.network.frame.LineMessage;
import dev.interleave.drivers.network.frame.LineMessage.Kind;
import dev.interleave.drivers.network.frame.Octets;
import dev.interleave.drivers.network.frame.UdpDatagram;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The asking end of the line protocol: repeats a line until it is answered. For own turns. */
final class LineClient {

  /** The ports that IANA leaves to everybody begin here; there are 16384. */
  private static final int FIRST_PORT = 49152;

  private record Pending(Send request, Ipv4Address to, Octets payload, long sentAt, int attempts) {

    Pending sentAgain(long firstAt) {
      return new Pending(request, to, payload, attempts == 0 ? firstAt : sentAt, attempts + 1);
    }
  }

  private final Stack stack;
  private final PayloadLimit limit;
  private final int port;
  private final Map<Long, Pending> pending = new LinkedHashMap<>();

  LineClient(Stack stack) {
    this.stack = stack;
    this.limit = PayloadLimit.of(stack.settings().link());
    this.port = FIRST_PORT + Math.floorMod(stack.session(), 16384);
  }

  /** Whether datagrams to {@code destination} are answers to this client. */
  boolean owns(int destination) {
    return destination == port;
  }

  void send(Send request) {
    stack
        .address(request.host())
        .ifPresentOrElse(
            address -> send(request, address),
            () -> fail(request, stack.names().unknown(request.host())));
  }

  private void send(Send request, Ipv4Address to) {
    long number = stack.card().memory().lines() + 1;
    Octets payload = new LineMessage(Kind.ASK, number, request.text()).encode();
    Optional<String> refusal = limit.refusal("the line", payload);
    if (refusal.isPresent()) {
      fail(request, refusal.get());
      return;
    }
    stack.card().remember(stack.card().memory().withLine());
    pending.put(number, new Pending(request, to, payload, stack.now(), 0));
    stack.neighbours().find(to, it -> transmit(it, number), reason -> missing(number, reason));
  }

  private void transmit(Station station, long number) {
    Pending line = pending.get(number);
    if (line != null) {
      Pending sent = line.sentAgain(stack.now());
      pending.put(number, sent);
      Duration wait = stack.settings().retry().waitAfter(sent.attempts);
      stack.alarms().set(number, wait, () -> overdue(station, number));
      UdpDatagram datagram = new UdpDatagram(port, line.request.port(), line.payload);
      stack.card().accept(stack.frames().udp(station, datagram));
    }
  }

  private void overdue(Station station, long number) {
    Pending line = pending.get(number);
    if (line != null && line.attempts < stack.settings().retry().attempts()) {
      stack.context().count("retransmissions", 1);
      transmit(station, number);
    } else if (line != null) {
      end(number);
      stack.context().count("timed-out", 1);
      String reason = "no answer (sent " + Times.inWords(line.attempts) + ")";
      line.request.replyTo().tell(new TimedOut(line.request.host(), reason));
    }
  }

  /** {@code from} sent {@code datagram} to this client. */
  void accept(Station from, UdpDatagram datagram) {
    LineMessage.decode(datagram.payload())
        .filter(it -> it.kind() != Kind.ASK && answers(from, datagram.sourcePort(), it.number()))
        .ifPresent(this::answered);
  }

  private boolean answers(Station from, int fromPort, long number) {
    Pending line = pending.get(number);
    return line != null && line.to.equals(from.address()) && line.request.port() == fromPort;
  }

  private void answered(LineMessage answer) {
    Pending line = end(answer.number());
    if (line != null) {
      answered(line, answer);
    }
  }

  private void answered(Pending line, LineMessage answer) {
    long nanos = stack.now() - line.sentAt;
    stack.context().measure("rtt", nanos);
    if (answer.kind() == Kind.ERR) {
      fail(line.request, answer.text());
    } else {
      Duration roundTrip = Duration.ofNanos(nanos);
      line.request.replyTo().tell(new Line(line.request.host(), answer.text(), roundTrip));
    }
  }

  /** The network says that nobody listens there. */
  void unreachable(Undelivered datagram) {
    if (datagram.fromPort() != port) {
      return;
    }
    for (Map.Entry<Long, Pending> entry : List.copyOf(pending.entrySet())) {
      Send request = entry.getValue().request;
      if (entry.getValue().to.equals(datagram.to()) && request.port() == datagram.toPort()) {
        missing(entry.getKey(), nobodyListens(request));
      }
    }
  }

  private static String nobodyListens(Send request) {
    return "nobody listens on port "
        + request.port()
        + " of "
        + request.host()
        + " (every host has "
        + BuiltInServices.WORDS
        + ")";
  }

  private void missing(long number, String reason) {
    Pending line = end(number);
    if (line != null) {
      fail(line.request, reason);
    }
  }

  private static void fail(Send request, String reason) {
    request.replyTo().tell(new Unreachable(request.host(), reason));
  }

  private @Nullable Pending end(long number) {
    stack.alarms().cancel(number);
    return pending.remove(number);
  }
}
