package dev.interleave.kernel.dispatch;

import org.apache.pekko.actor.Cancellable;

/** One timer of virtual time. Not threadsafe. */
final class VirtualTimer implements Cancellable {
  private final VirtualTimers timers;
  final Runnable event;

  /** Nanoseconds until it comes again; 0 when it comes once. */
  final long interval;

  boolean waiting;
  private boolean cancelled;
  private boolean done;

  VirtualTimer(VirtualTimers timers, Runnable event, long interval) {
    this.timers = timers;
    this.event = event;
    this.interval = interval;
  }

  /** Its time has come. */
  void fire() {
    done = interval == 0;
    event.run();
  }

  @Override
  public boolean cancel() {
    if (cancelled || done) {
      return false;
    }
    cancelled = true;
    if (waiting) {
      timers.cancelledOne();
    }
    return true;
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }
}
