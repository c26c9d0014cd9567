package dev.interleave.drivers.network;

import dev.interleave.drivers.network.NetworkDriver.Answer;
import dev.interleave.drivers.network.NetworkDriver.Interrupted;
import dev.interleave.drivers.network.NetworkDriver.Listen;
import dev.interleave.drivers.network.NetworkDriver.ListenerGone;
import dev.interleave.drivers.network.NetworkDriver.LoopedBack;
import dev.interleave.drivers.network.NetworkDriver.Message;
import dev.interleave.drivers.network.NetworkDriver.Overdue;
import dev.interleave.drivers.network.NetworkDriver.Ping;
import dev.interleave.drivers.network.NetworkDriver.Send;
import dev.interleave.drivers.network.frame.ArpPacket;
import dev.interleave.drivers.network.frame.IcmpMessage;
import dev.interleave.drivers.network.frame.Ipv4Packet;
import dev.interleave.drivers.network.frame.UdpDatagram;
import dev.interleave.kernel.DriverContext;
import java.util.Map;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PreRestart;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/** The driver while it runs: requests go to the protocols, frames through the layers to them. */
final class NicBehavior implements FrameHandler {

  private final Stack stack;
  private final Demultiplexer demultiplexer;
  private final Pings pings;
  private final LineClient lines;
  private final LineServer server;
  private final Listeners listeners;

  private NicBehavior(Stack stack) {
    NetworkDriver settings = stack.settings();
    Map<Integer, LineService> services = BuiltInServices.of(stack.context().clock());
    this.stack = stack;
    this.demultiplexer = new Demultiplexer(Station.of(settings.mac(), settings.address()), this);
    this.pings = new Pings(stack);
    this.lines = new LineClient(stack);
    this.server =
        new LineServer(services, stack.frames(), PayloadLimit.of(settings.link()), stack.card());
    this.listeners = new Listeners(stack, services);
  }

  static Behavior<Message> of(NetworkDriver settings, DriverContext<Message> context) {
    return Behaviors.withTimers(timers -> started(settings, context, timers));
  }

  private static Behavior<Message> started(
      NetworkDriver settings, DriverContext<Message> context, TimerScheduler<Message> timers) {
    NetworkDevice device = settings.backend().device(settings);
    context.device(device, Interrupted::new);
    Stack stack = Stack.of(context, settings, device, Alarms.of(timers));
    return new NicBehavior(stack).running(timers);
  }

  private Behavior<Message> running(TimerScheduler<Message> timers) {
    return Behaviors.receive(Message.class)
        .onMessage(Interrupted.class, it -> after(() -> stack.card().receive(demultiplexer)))
        .onMessage(LoopedBack.class, it -> after(() -> loop(it)))
        .onMessage(Ping.class, it -> after(() -> pings.ping(it)))
        .onMessage(Send.class, it -> after(() -> lines.send(it)))
        .onMessage(Overdue.class, it -> after(it.action()))
        .onMessage(Listen.class, it -> after(() -> listeners.listen(it)))
        .onMessage(ListenerGone.class, it -> after(() -> listeners.gone(it)))
        .onMessage(
            Answer.class, it -> listeners.answer(it) ? Behaviors.same() : Behaviors.unhandled())
        .onSignal(PreRestart.class, signal -> after(timers::cancelAll))
        .build();
  }

  private static Behavior<Message> after(Runnable action) {
    action.run();
    return Behaviors.same();
  }

  private void loop(LoopedBack message) {
    stack.card().received(message.frame(), demultiplexer);
  }

  @Override
  public void arp(ArpPacket packet) {
    stack.neighbours().learn(new Station(packet.senderMac(), packet.senderAddress()));
    if (packet.operation() == ArpPacket.Operation.REQUEST) {
      stack.card().accept(stack.frames().answer(packet));
    }
  }

  @Override
  public void icmp(Station from, IcmpMessage message) {
    if (message instanceof IcmpMessage.EchoRequest request) {
      stack.card().accept(stack.frames().icmp(from, request.reply()));
    } else if (message instanceof IcmpMessage.EchoReply reply) {
      pings.answered(from, reply);
    } else if (message instanceof IcmpMessage.Unreachable unreachable) {
      unreachable.undelivered().ifPresent(lines::unreachable);
    }
  }

  @Override
  public void udp(Station from, UdpDatagram datagram, Ipv4Packet packet) {
    if (lines.owns(datagram.destinationPort())) {
      lines.accept(from, datagram);
    } else {
      server.accept(from, datagram, packet);
    }
  }

  @Override
  public void malformed() {
    stack.context().drop("malformed", 1);
  }
}
