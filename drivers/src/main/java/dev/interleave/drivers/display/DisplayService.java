package dev.interleave.drivers.display;

import dev.interleave.drivers.display.DisplayDriver.Clear;
import dev.interleave.drivers.display.DisplayDriver.ClearLine;
import dev.interleave.drivers.display.DisplayDriver.Interrupted;
import dev.interleave.drivers.display.DisplayDriver.Message;
import dev.interleave.drivers.display.DisplayDriver.Move;
import dev.interleave.drivers.display.DisplayDriver.Print;
import dev.interleave.drivers.display.DisplayDriver.Reply;
import dev.interleave.drivers.display.DisplayDriver.Screen;
import dev.interleave.drivers.display.DisplayDriver.Snapshot;
import dev.interleave.drivers.display.DisplayDriver.Unplugged;
import dev.interleave.drivers.display.DisplayDriver.Visible;
import dev.interleave.kernel.DriverContext;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PreRestart;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** One life of a {@link DisplayDriver}. Not threadsafe: for the driver's own turns. */
final class DisplayService {

  /** Somebody who is told when the drawing {@code ticket} is seen. */
  private record Waiting(long ticket, ActorRef<Reply> replyTo) {}

  private final DisplayDriver settings;
  private final DriverContext<Message> context;
  private final DisplayDevice device;
  private final ActorRef<Reply> nobody;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Deque<ActorRef<Reply>> looking = new ArrayDeque<>();
  private long drawings;

  DisplayService(DisplayDriver settings, DriverContext<Message> context) {
    this.settings = settings;
    this.context = context;
    this.device = new DisplayDevice(settings, context.restore(DisplayDevice.Remains.class));
    this.nobody = context.actor().getSystem().ignoreRef();
    context.device(device, Interrupted::new);
  }

  Behavior<Message> serving() {
    return Behaviors.receive(Message.class)
        .onMessage(Print.class, this::print)
        .onMessage(Clear.class, clear -> draw(FrameBuffer::clear, clear.replyTo()))
        .onMessage(ClearLine.class, clear -> draw(FrameBuffer::clearLine, clear.replyTo()))
        .onMessage(Move.class, this::move)
        .onMessage(Snapshot.class, this::snapshot)
        .onMessage(Interrupted.class, interrupt -> answer())
        .onSignal(PreRestart.class, signal -> crashed())
        .build();
  }

  private Behavior<Message> print(Print print) {
    context.consume(settings.characterCost().multipliedBy(print.text().length()));
    return draw(buffer -> buffer.print(print.text()), print.pressedAt(), print.replyTo());
  }

  private Behavior<Message> move(Move move) {
    return draw(buffer -> buffer.moveTo(move.column(), move.row()), move.replyTo());
  }

  private Behavior<Message> draw(Consumer<FrameBuffer> drawing, ActorRef<Reply> replyTo) {
    return draw(drawing, Optional.empty(), replyTo);
  }

  private Behavior<Message> draw(
      Consumer<FrameBuffer> drawing, Optional<Duration> stamp, ActorRef<Reply> replyTo) {
    context.consume(settings.requestCost());
    boolean answered = !replyTo.equals(nobody);
    device.draw(drawing, stamp, ++drawings, answered);
    if (answered) {
      waiting.addLast(new Waiting(drawings, replyTo));
    }
    return Behaviors.same();
  }

  private Behavior<Message> snapshot(Snapshot snapshot) {
    context.consume(settings.requestCost());
    looking.addLast(snapshot.replyTo());
    device.look();
    return Behaviors.same();
  }

  private Behavior<Message> answer() {
    answerLooking();
    DisplayDevice.Seen seen = device.seen();
    while (!waiting.isEmpty() && waiting.element().ticket() <= seen.ticket()) {
      waiting.remove().replyTo().tell(new Visible(seen.at()));
    }
    return Behaviors.same();
  }

  private void answerLooking() {
    Optional<Screen> screen = device.takeLooked();
    while (screen.isPresent()) {
      looking.remove().tell(screen.get());
      screen = device.takeLooked();
    }
  }

  private Behavior<Message> crashed() {
    context.save(device.remains());
    waiting.forEach(it -> it.replyTo().tell(new Unplugged()));
    looking.forEach(it -> it.tell(new Unplugged()));
    return Behaviors.same();
  }
}
