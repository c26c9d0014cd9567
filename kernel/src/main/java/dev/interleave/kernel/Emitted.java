package dev.interleave.kernel;

import org.apache.pekko.actor.typed.ActorRef;

/**
 * What the consumer of an {@link Outlet} receives.
 *
 * @param <T> the item
 */
public sealed interface Emitted<T> {

  /** One partial result; the next one is sent after a {@link Demand} to {@code more}. */
  record Item<T>(T value, ActorRef<Demand> more) implements Emitted<T> {}

  /** The stream is complete. */
  record Complete<T>() implements Emitted<T> {}

  /** How many more items the consumer can take: at least 1; 0 cancels the stream. */
  record Demand(long items) {}
}
