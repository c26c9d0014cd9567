package dev.interleave.drivers.timer;

import dev.interleave.drivers.timer.TimerDriver.Reply;
import dev.interleave.drivers.timer.TimerDriver.Tick;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * A timer that runs. Immutable.
 *
 * @param id in order of request
 * @param name empty when it has none
 * @param start when it was asked for, in nanoseconds since boot
 * @param interval between ticks, above 0; 0 for one tick only
 * @param ticks how many are over
 * @param due when the next tick is due
 */
record Timer(
    long id, String name, long start, long interval, long ticks, long due, ActorRef<Reply> owner)
    implements Comparable<Timer> {

  static Timer once(long id, String name, long start, long delay, ActorRef<Reply> owner) {
    return new Timer(id, name, start, 0, 0, saturated(start, delay), owner);
  }

  static Timer periodic(long id, String name, long start, long interval, ActorRef<Reply> owner) {
    return new Timer(id, name, start, interval, 0, saturated(start, interval), owner);
  }

  private static long saturated(long start, long delay) {
    long sum = start + delay;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  boolean periodic() {
    return interval > 0;
  }

  /** The ticks that are due at {@code now}, at or after {@link #due}, as one. */
  Tick tick(long now) {
    long missed = missed(now);
    Duration dueAt = Duration.ofNanos(due + missed * interval);
    return new Tick(name, ticks + missed + 1, missed, dueAt);
  }

  /** As it goes on after {@link #tick}; periodic timers only. */
  Timer next(long now) {
    long over = ticks + missed(now) + 1;
    return new Timer(id, name, start, interval, over, start + (over + 1) * interval, owner);
  }

  private long missed(long now) {
    return periodic() ? (now - due) / interval : 0;
  }

  @Override
  public int compareTo(Timer other) {
    int byTime = Long.compare(due, other.due);
    return byTime != 0 ? byTime : Long.compare(id, other.id);
  }
}
