package dev.interleave.kernel.dispatch;

import dev.interleave.kernel.time.VirtualClock;

/** Virtual time and what is due in it: timers, interrupts and arrivals. Not threadsafe. */
final class VirtualTime {
  static final long NEVER = Long.MAX_VALUE;
  static final String END = "the end of virtual time, 292 years after boot";

  private final VirtualClock clock;
  private final VirtualTimers timers = new VirtualTimers();
  private final InstantLimit limit;

  VirtualTime(VirtualClock clock, InstantLimit limit) {
    this.clock = clock;
    this.limit = limit;
  }

  /** The present instant. */
  long now() {
    return clock.nanos();
  }

  /** When the next timer is due; {@link #NEVER} when there is none. */
  long nextAt() {
    return timers.nextAt();
  }

  /** The oldest timer that is due fires; false when none is due now. */
  boolean arrival(Engine engine) {
    if (timers.nextAt() > now()) {
      return false;
    }
    VirtualTimer timer = timers.poll();
    limit.event(engine);
    timer.fire();
    if (timer.interval > 0 && timer.interval <= NEVER - now()) {
      start(timer, timer.interval);
    }
    return true;
  }

  /** The next instant comes. */
  void moveTo(long later) {
    if (later != NEVER && later > now()) {
      limit.nextInstant();
      clock.moveTo(later);
    }
  }

  /** A timer that is not started yet. */
  VirtualTimer timer(Runnable event, long interval) {
    return new VirtualTimer(timers, event, interval);
  }

  /** Starts {@code timer} now; a negative delay is none. */
  void start(VirtualTimer timer, long delay) {
    timers.add(timer, later(now(), Math.max(0, delay)));
  }

  /** {@code delay} after {@code time}. */
  static long later(long time, long delay) {
    long later = time + delay;
    if (later < 0) {
      throw new IllegalStateException("this is beyond " + END);
    }
    return later;
  }
}
