package dev.interleave.kernel;

import java.util.Optional;
import java.util.function.LongFunction;

/**
 * What the kernel gives to a driver: a device to own, and state that survives a restart.
 *
 * @param <M> the driver's protocol
 */
public interface DriverContext<M> extends TaskContext<M> {

  /**
   * Plugs {@code device} in and joins its interrupts to this driver: each becomes one message, made
   * by {@code onInterrupt} from the badges (bit i for badge i) that are pending when the driver's
   * turn begins. A badge that is raised again while pending is coalesced, never queued twice. The
   * device is unplugged when the driver stops or restarts.
   */
  InterruptLine device(Device device, LongFunction<M> onInterrupt);

  /** Keeps {@code state} for the next life of this driver. Saved state must be immutable. */
  void save(Object state);

  /** What the last {@link #save} of an earlier life in this run kept, if it is of this type. */
  <S> Optional<S> restore(Class<S> type);
}
