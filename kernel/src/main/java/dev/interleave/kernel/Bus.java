package dev.interleave.kernel;

import dev.interleave.kernel.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.pekko.actor.Cancellable;

/**
 * What a plugged device sees of the machine. It measures in the name of its driver. Any thread may
 * call it.
 */
public interface Bus extends Meter {

  /**
   * Raises the interrupt {@code badge}. While it is pending, raising it again does nothing but
   * count.
   *
   * @param badge 0 to 63
   */
  void interrupt(int badge);

  /** Time since boot: virtual on the simulated dispatcher, else the wall clock. */
  Clock clock();

  /** The device's own stream of random numbers, derived from (seed, component name, "device"). */
  RandomGenerator random();

  /** Calls {@code event} after {@code delay} of device time. Uses no core. */
  Cancellable after(Duration delay, Runnable event);

  /**
   * Brings something from outside of the machine in: {@code event} is called in device time at the
   * next instant. The only call that a thread of the device's own may make on the simulated
   * dispatcher.
   */
  void post(Runnable event);

  /**
   * Tells the kernel that an outside source may still speak, so an idle machine must wait for it
   * instead of ending the run; closing the result takes it back.
   */
  AutoCloseable expectInput();

  /** True on the simulated dispatcher, where time is virtual. */
  boolean virtual();

  /**
   * The resource of the host machine of that type which the front end offers (its keyboard, its
   * screen, its sockets), if any.
   */
  <T> Optional<T> host(Class<T> type);
}
