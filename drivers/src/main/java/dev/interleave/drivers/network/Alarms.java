package dev.interleave.drivers.network;

import dev.interleave.drivers.network.NetworkDriver.Message;
import dev.interleave.drivers.network.NetworkDriver.Overdue;
import java.time.Duration;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/** What the driver does later, in turns of its own. */
interface Alarms {

  /** Calls {@code action} after {@code delay} unless {@link #cancel} comes first. */
  void set(Object key, Duration delay, Runnable action);

  /** Forgets the alarm of that key, if there is one. */
  void cancel(Object key);

  /** Alarms that are timers of the driver. */
  static Alarms of(TimerScheduler<Message> timers) {
    return new Alarms() {
      @Override
      public void set(Object key, Duration delay, Runnable action) {
        timers.startSingleTimer(key, new Overdue(action), delay);
      }

      @Override
      public void cancel(Object key) {
        timers.cancel(key);
      }
    };
  }
}
