package dev.interleave.kernel.dispatch;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.ActorRef;

/**
 * A future that had not come when an actor asked to be sent what comes of it.
 *
 * @param who the actor
 * @param future what it waits for
 * @param after comes when the actor has been sent what came
 * @param line where it asked, in brackets; empty when that is nowhere in its program
 */
record PipedFuture(
    ActorRef who, CompletableFuture<?> future, CompletableFuture<?> after, String line) {

  /** {@code who} is about to ask for what comes of {@code future}. */
  static PipedFuture of(ActorRef who, CompletableFuture<?> future) {
    CompletableFuture<?> after = future.handle((value, failure) -> ""); // first in is last out
    return new PipedFuture(who, future, after, Leak.lineHere());
  }

  /** What {@code stage} comes to; empty when it cannot be asked, or is the answer to a question. */
  static Optional<CompletableFuture<?>> future(CompletionStage<?> stage) {
    if (stage instanceof EngineStep<?> step && step.isAnswer()) {
      return Optional.empty();
    }
    try {
      return Optional.of(stage.toCompletableFuture());
    } catch (UnsupportedOperationException notOne) {
      return Optional.empty();
    }
  }

  boolean hasCome() {
    return future.isDone();
  }

  boolean isOver() {
    return after.isDone();
  }

  /** Whether it does not come of an answer to a question. */
  boolean isForeign() {
    return !(future instanceof EngineStep);
  }

  /** What is told of it at virtual time {@code now}, when nothing else is left to do. */
  String told(long now) {
    return Leak.still(who, now, line);
  }
}
