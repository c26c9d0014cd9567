package dev.interleave.drivers.store;

import dev.interleave.kernel.Driver;
import dev.interleave.kernel.DriverContext;
import dev.interleave.kernel.config.Range;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;

/**
 * A store of items that look alike: a bounded buffer between those who put and those who take, a
 * counting semaphore, a pile.
 *
 * <p>A put waits while there is no room for all of its items, a take while there are not enough.
 * Those who wait are served in the order of their coming, puts and takes each in a queue of their
 * own. What is in the store survives a crash; who waits then is told of it.
 *
 * @param capacity the most items that it holds
 * @param items what it holds at first
 * @param waiting the most requests that may wait; further ones are refused
 */
public record StoreDriver(
    @Range(min = 1) long capacity, @Range(min = 0) long items, @Range(min = 0) int waiting)
    implements Driver<StoreDriver.Message> {

  public StoreDriver {
    if (items > capacity) {
      throw new IllegalArgumentException(
          "items must be at most the capacity, " + capacity + ", not " + items);
    }
  }

  /** What anybody may ask. */
  public sealed interface Message permits Put, Take, Look {}

  /** Puts {@code items}, 1 if it is not said, as soon as there is room for all of them. */
  public record Put(@Range(min = 1) Optional<Long> items, ActorRef<Reply> replyTo)
      implements Message {}

  /** Takes {@code items}, 1 if it is not said, as soon as there are as many. */
  public record Take(@Range(min = 1) Optional<Long> items, ActorRef<Reply> replyTo)
      implements Message {}

  /** Looks how full it is. */
  public record Look(ActorRef<Reply> replyTo) implements Message {}

  /** The answer to every request. */
  public sealed interface Reply permits Level, Refused {}

  /** It is done; {@code items} are in the store now, out of {@code capacity}. */
  public record Level(long items, long capacity) implements Reply {}

  /** It cannot be done. */
  public record Refused(String reason) implements Reply {}

  @Override
  public Behavior<Message> start(DriverContext<Message> context) {
    return new StoreKeeper(context, this).keeping();
  }
}
