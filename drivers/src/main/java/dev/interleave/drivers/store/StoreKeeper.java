package dev.interleave.drivers.store;

import dev.interleave.drivers.store.StoreDriver.Level;
import dev.interleave.drivers.store.StoreDriver.Look;
import dev.interleave.drivers.store.StoreDriver.Message;
import dev.interleave.drivers.store.StoreDriver.Put;
import dev.interleave.drivers.store.StoreDriver.Refused;
import dev.interleave.drivers.store.StoreDriver.Reply;
import dev.interleave.drivers.store.StoreDriver.Take;
import dev.interleave.kernel.DriverContext;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** One life of a {@link StoreDriver}. Not threadsafe: for the driver's own turns. */
final class StoreKeeper {

  /** A request that has not been served yet. */
  private record Waiting(long items, ActorRef<Reply> replyTo, long since) {}

  private final DriverContext<Message> context;
  private final StoreDriver store;
  private final Deque<Waiting> puts = new ArrayDeque<>();
  private final Deque<Waiting> takes = new ArrayDeque<>();
  private long level;

  StoreKeeper(DriverContext<Message> context, StoreDriver store) {
    this.context = context;
    this.store = store;
    this.level = context.restore(Long.class).orElse(store.items());
  }

  Behavior<Message> keeping() {
    return Behaviors.receive(Message.class)
        .onMessage(Put.class, put -> come(puts, put.items().orElse(1L), put.replyTo()))
        .onMessage(Take.class, take -> come(takes, take.items().orElse(1L), take.replyTo()))
        .onMessage(Look.class, this::look)
        .build();
  }

  private Behavior<Message> look(Look look) {
    look.replyTo().tell(level());
    return Behaviors.same();
  }

  private Behavior<Message> come(Deque<Waiting> queue, long items, ActorRef<Reply> replyTo) {
    if (items > store.capacity()) {
      return refuse(replyTo, items + " items are more than the capacity, " + store.capacity());
    }
    queue.addLast(new Waiting(items, replyTo, context.clock().nanos()));
    serve();
    if (puts.size() + takes.size() > store.waiting()) {
      queue.removeLast();
      return refuse(replyTo, store.waiting() + " requests wait already");
    }
    return Behaviors.same();
  }

  private Behavior<Message> refuse(ActorRef<Reply> replyTo, String reason) {
    context.drop("refused", 1);
    replyTo.tell(new Refused(reason));
    return Behaviors.same();
  }

  /** Serves whom it can, as long as serving one helps another. */
  private void serve() {
    boolean served = true;
    while (served) {
      served = served(puts, 1, "puts", "put-wait") || served(takes, -1, "takes", "take-wait");
    }
  }

  /** Serves the first of {@code queue} if it can; the store grows by {@code sign} an item. */
  private boolean served(Deque<Waiting> queue, int sign, String counter, String wait) {
    Waiting first = queue.peekFirst();
    if (first == null || !fits(level + sign * first.items())) {
      return false;
    }
    queue.removeFirst();
    level += sign * first.items();
    context.save(level);
    context.count(counter, first.items());
    context.measure(wait, context.clock().nanos() - first.since());
    context.measure("level", level);
    first.replyTo().tell(level());
    return true;
  }

  private boolean fits(long wanted) {
    return wanted >= 0 && wanted <= store.capacity();
  }

  private Level level() {
    return new Level(level, store.capacity());
  }
}
