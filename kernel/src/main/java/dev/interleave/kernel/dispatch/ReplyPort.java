package dev.interleave.kernel.dispatch;

import java.util.function.Consumer;
import org.apache.pekko.actor.ActorCell;
import org.apache.pekko.actor.FunctionRef;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import scala.runtime.BoxedUnit;

/**
 * A reply address of one actor that hands what it gets to a function, in the turn of whoever
 * answers: it is no actor and costs nothing.
 */
public final class ReplyPort {
  private final ActorCell owner;
  private final FunctionRef ref;

  private ReplyPort(ActorCell owner, FunctionRef ref) {
    this.owner = owner;
    this.ref = ref;
  }

  /** Opens an address; in the owner's turn. */
  public static ReplyPort open(ActorContext<?> context, Consumer<Object> receiver) {
    ActorCell owner = (ActorCell) Adapter.toClassic(context);
    return new ReplyPort(
        owner, owner.addFunctionRef((from, message) -> take(receiver, message), ""));
  }

  private static BoxedUnit take(Consumer<Object> receiver, Object message) {
    receiver.accept(message);
    return BoxedUnit.UNIT;
  }

  /** The address. */
  public <R> ActorRef<R> address() {
    return Adapter.toTyped(ref);
  }

  /** Closes the address; in the owner's turn. */
  public void close() {
    owner.removeFunctionRef(ref);
  }
}
