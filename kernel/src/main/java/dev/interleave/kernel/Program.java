package dev.interleave.kernel;

import org.apache.pekko.actor.typed.Behavior;

/**
 * Userland: an actor that uses drivers through the capabilities that its scenario grants. It is
 * finished when its behavior stops; a run ends when every program is finished.
 *
 * @param <M> the protocol
 */
public non-sealed interface Program<M> extends Component<M> {

  /** The behavior of one instance of this program. Called in the instance's own first turn. */
  Behavior<M> start(ProgramContext<M> context);
}
