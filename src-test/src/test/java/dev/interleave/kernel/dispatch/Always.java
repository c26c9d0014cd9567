package dev.interleave.kernel.dispatch;

import java.util.function.Consumer;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** A task that does the same with each message, for as long as it lives. */
final class Always {
  private Always() {}

  static <M> Behavior<M> doing(Consumer<M> deed) {
    return Behaviors.receiveMessage(
        message -> {
          deed.accept(message);
          return Behaviors.same();
        });
  }
}
