package dev.interleave.drivers.keyboard;

import dev.interleave.drivers.keyboard.KeyboardDriver.EndOfInput;
import dev.interleave.drivers.keyboard.KeyboardDriver.Input;
import dev.interleave.drivers.keyboard.KeyboardDriver.Interrupted;
import dev.interleave.drivers.keyboard.KeyboardDriver.Key;
import dev.interleave.drivers.keyboard.KeyboardDriver.Listen;
import dev.interleave.drivers.keyboard.KeyboardDriver.ListenerGone;
import dev.interleave.drivers.keyboard.KeyboardDriver.Message;
import dev.interleave.drivers.keyboard.KeyboardDriver.Read;
import dev.interleave.drivers.keyboard.KeyboardDriver.Refused;
import dev.interleave.kernel.DriverContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PreRestart;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.jspecify.annotations.Nullable;

/** One life of a {@link KeyboardDriver}. Not threadsafe: for the driver's own turns. */
final class KeyboardService {
  private static final int MOST_READS = 10_000;

  /**
   * What the next life must know.
   *
   * @param at when the keyboard was unplugged, in nanoseconds since boot
   */
  record Unplugged(long at) {}

  private final KeyboardDriver settings;
  private final DriverContext<Message> context;
  private final KeyboardDevice device;
  private final Deque<ActorRef<Input>> reads = new ArrayDeque<>();
  private @Nullable ActorRef<Input> listener;

  KeyboardService(KeyboardDriver settings, DriverContext<Message> context) {
    this.settings = settings;
    this.context = context;
    long unpluggedAt = context.restore(Unplugged.class).map(Unplugged::at).orElse(Long.MAX_VALUE);
    this.device = new KeyboardDevice(settings.buffer(), new Sources(settings, unpluggedAt));
    context.device(device, Interrupted::new);
  }

  Behavior<Message> serving() {
    return Behaviors.receive(Message.class)
        .onMessage(Interrupted.class, interrupt -> serve())
        .onMessage(Read.class, this::read)
        .onMessage(Listen.class, this::listen)
        .onMessage(ListenerGone.class, this::listenerGone)
        .onSignal(PreRestart.class, signal -> crashed())
        .build();
  }

  private Behavior<Message> read(Read read) {
    if (reads.size() == MOST_READS) {
      context.drop("refused", 1);
      read.replyTo().tell(new Refused(MOST_READS + " reads wait already"));
    } else {
      reads.addLast(read.replyTo());
    }
    return serve();
  }

  private Behavior<Message> listen(Listen listen) {
    endListening();
    listener = listen.listener();
    context.actor().watchWith(listen.listener(), new ListenerGone(listen.listener()));
    return serve();
  }

  private void endListening() {
    ActorRef<Input> present = listener;
    if (present != null) {
      context.actor().unwatch(present);
      present.tell(new EndOfInput());
      listener = null;
    }
  }

  private Behavior<Message> listenerGone(ListenerGone gone) {
    if (gone.listener().equals(listener)) {
      listener = null;
    }
    return serve();
  }

  /** Hands on what there is to whom there is. */
  private Behavior<Message> serve() {
    while (listener != null || !reads.isEmpty()) {
      Optional<Key> key = device.take();
      if (key.isEmpty()) {
        return endIfOver();
      }
      hand(key.get());
    }
    return Behaviors.same();
  }

  private void hand(Key key) {
    context.consume(settings.keyCost());
    ActorRef<Input> present = listener;
    (present != null ? present : reads.removeFirst()).tell(key);
    context.measureSince("latency", key.pressedAt());
  }

  private Behavior<Message> endIfOver() {
    if (device.ended()) {
      endListening();
      reads.forEach(read -> read.tell(new EndOfInput()));
      reads.clear();
    }
    return Behaviors.same();
  }

  private Behavior<Message> crashed() {
    context.save(new Unplugged(context.clock().nanos()));
    Refused crashed = new Refused(context.name() + " crashed");
    ActorRef<Input> present = listener;
    if (present != null) {
      present.tell(crashed);
    }
    reads.forEach(read -> read.tell(crashed));
    return Behaviors.same();
  }
}
