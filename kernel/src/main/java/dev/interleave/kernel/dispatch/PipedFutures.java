package dev.interleave.kernel.dispatch;

import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.internal.ActorContextImpl;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.japi.function.Function2;

/**
 * What the changed context of an actor calls in place of Pekko's own {@code pipeToSelf}: the
 * machine is told first. An interface, since the owner of the method that it stands for is one.
 */
public interface PipedFutures {

  /** The actor of {@code context} will be sent what {@code adapt} makes of the result. */
  static void pipeToSelf$(
      ActorContextImpl<?> context, CompletionStage<?> future, Function2<?, ?, ?> adapt)
      throws Throwable {
    if (CurrentEngine.get() instanceof SimulatedEngine engine) {
      engine.entrance.foreign.pipes(() -> Adapter.toClassic(context.getSelf()), future);
    }
    OriginalPipe.call(context, future, adapt);
  }
}
