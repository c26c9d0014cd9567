package dev.interleave.kernel;

import org.apache.pekko.actor.typed.Behavior;

/**
 * An actor that owns one device and serves requests.
 *
 * <p>An instance holds settings only and may be started many times (after a restart, in several
 * runs); whatever changes lives in the behavior. One driver runs unchanged on all dispatchers.
 *
 * @param <M> the protocol: a sealed interface of records
 */
public non-sealed interface Driver<M> extends Component<M> {

  /**
   * The behavior of this driver. Called in the driver's own first turn, and again after each
   * restart; {@link DriverContext#restore} gives what an earlier life saved.
   */
  Behavior<M> start(DriverContext<M> context);
}
