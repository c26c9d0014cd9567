package dev.interleave.kernel.runtime;

import dev.interleave.kernel.Emitted;
import dev.interleave.kernel.Outlet;
import dev.interleave.kernel.dispatch.ReplyPort;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.jspecify.annotations.Nullable;

/**
 * The driver's side of a stream with demand. Not threadsafe: for the driver's turns.
 *
 * @param <T> the item
 */
final class Outflow<T> implements Outlet<T> {
  private final ActorRef<Emitted<T>> consumer;
  private final ReplyPort more;
  private long demand = 1;
  private boolean cancelled;
  private @Nullable Supplier<? extends Behavior<?>> waiting;

  Outflow(ActorContext<?> context, ActorRef<Object> self, ActorRef<Emitted<T>> consumer) {
    this.consumer = consumer;
    this.more =
        ReplyPort.open(
            context,
            asked -> self.tell(new Signals.Demanded(this, ((Emitted.Demand) asked).items())));
  }

  void send(T item) {
    demand--;
    consumer.tell(new Emitted.Item<>(item, more.address()));
  }

  boolean hasDemand() {
    return demand > 0 || cancelled;
  }

  void await(Supplier<? extends Behavior<?>> resume) {
    waiting = resume;
  }

  /** The consumer asks for more; returns the job that waited for it, if any. */
  @Nullable Supplier<? extends Behavior<?>> demanded(long items) {
    cancelled |= items <= 0;
    demand += Math.max(0, items);
    Supplier<? extends Behavior<?>> resume = waiting;
    waiting = null;
    return resume;
  }

  @Override
  public void complete() {
    consumer.tell(new Emitted.Complete<>());
    more.close();
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }
}
