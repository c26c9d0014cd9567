package dev.interleave.drivers.timer;

import dev.interleave.kernel.Driver;
import dev.interleave.kernel.DriverContext;
import dev.interleave.kernel.config.Positive;
import dev.interleave.kernel.config.Range;
import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;

/**
 * A timer for any number of one-shot and periodic requests over one compare register.
 *
 * <p>Periodic ticks do not drift: the n-th is due at the start plus n intervals. Ticks that could
 * not be delivered in time are one message, with the number of those it stands for.
 *
 * @param resolution the device fires at whole multiples of it only, never too early
 * @param capacity how many timers may run; further requests are refused and counted
 * @param requestCost CPU time for each request
 * @param tickCost CPU time for each tick delivered
 */
public record TimerDriver(
    @Positive Duration resolution,
    @Range(min = 1, max = 1_000_000) int capacity,
    Duration requestCost,
    Duration tickCost)
    implements Driver<TimerDriver.Message> {

  /** What the driver understands; the public records are its requests. */
  public sealed interface Message {}

  /**
   * One {@link Tick} after {@code delay}. A timer of the same name that still runs is replaced: it
   * hears {@link Cancelled}.
   *
   * @param name by which it can be cancelled; none by default
   */
  public record After(Optional<String> name, Duration delay, ActorRef<Reply> replyTo)
      implements Message {}

  /** A {@link Tick} every {@code interval} until it is cancelled; else as {@link After}. */
  public record Every(Optional<String> name, @Positive Duration interval, ActorRef<Reply> replyTo)
      implements Message {}

  /**
   * Ends the timer {@code name}: both it and who asked hear {@link Cancelled}; when there is none,
   * who asked hears {@link Refused}.
   */
  public record Cancel(String name, ActorRef<Reply> replyTo) implements Message {}

  record Interrupted(long badges) implements Message {}

  /** What a requester hears. */
  public sealed interface Reply {}

  /**
   * The time has come.
   *
   * @param name of the timer; empty when it has none
   * @param number of this tick, from 1; those that were missed count
   * @param missed how many ticks before this one could not be delivered in their time
   * @param dueAt when this tick was due, since boot
   */
  public record Tick(String name, long number, long missed, Duration dueAt) implements Reply {}

  /** The timer of that name was ended. */
  public record Cancelled(String name) implements Reply {}

  /** The request was refused. */
  public record Refused(String reason) implements Reply {}

  @Override
  public Behavior<Message> start(DriverContext<Message> context) {
    return new TimerService(this, context).serving();
  }
}
