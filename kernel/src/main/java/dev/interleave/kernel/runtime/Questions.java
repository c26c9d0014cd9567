package dev.interleave.kernel.runtime;

import dev.interleave.kernel.dispatch.ReplyPort;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.jspecify.annotations.Nullable;

/**
 * What one component has asked and not heard of yet. Every question has a number and a port of its
 * own, to which the answer comes. Not threadsafe: for the component's own turns.
 *
 * @param <M> the component's protocol
 */
final class Questions<M> {

  /** A question that waits: what becomes of its answer. */
  private record Waiting<M>(
      ReplyPort port, Function<Object, M> onReply, Function<String, M> onFailure) {}

  private final ActorContext<?> actor;
  private final ActorRef<Object> self;
  private final Asks asks;
  private final Map<Long, Waiting<M>> waiting = new HashMap<>();
  private long asked;

  Questions(ActorContext<?> actor, ActorRef<Object> self, Asks asks) {
    this.actor = actor;
    this.self = self;
    this.asks = asks;
  }

  @SuppressWarnings("unchecked") // whoever answers sends what the request's address takes
  <R> void ask(
      ActorRef<Object> target,
      Function<ActorRef<R>, Object> request,
      Function<R, M> onReply,
      Function<String, M> onFailure) {
    long number = asked++;
    ReplyPort port = ReplyPort.open(actor, reply -> self.tell(new Signals.Answered(number, reply)));
    waiting.put(number, new Waiting<>(port, reply -> onReply.apply((R) reply), onFailure));
    asks.opened(port.address(), self, number, target);
    target.tell(request.apply(port.address()));
  }

  /** The message that an answer becomes; null when nobody waits for it any more. */
  @Nullable M answered(long number, Object reply) {
    Waiting<M> ask = end(number);
    return ask == null ? null : ask.onReply.apply(reply);
  }

  /** The message that a failure becomes; null when nobody waits for it any more. */
  @Nullable M unanswered(long number, String reason) {
    Waiting<M> ask = end(number);
    return ask == null ? null : ask.onFailure.apply(reason);
  }

  private @Nullable Waiting<M> end(long number) {
    Waiting<M> ask = waiting.remove(number);
    if (ask != null) {
      asks.closed(ask.port.address());
      ask.port.close();
    }
    return ask;
  }
}
