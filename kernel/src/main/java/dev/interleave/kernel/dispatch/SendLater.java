package dev.interleave.kernel.dispatch;

import org.apache.pekko.actor.ActorCell;
import org.apache.pekko.dispatch.Envelope;

/** A message that a handler sent: what is deferred most is one object. */
final class SendLater extends Effect {
  private final SerialEngine engine;
  private final EngineDispatcher dispatcher;
  private final ActorCell receiver;
  private final Envelope envelope;

  SendLater(
      long offset,
      SerialEngine engine,
      EngineDispatcher dispatcher,
      ActorCell receiver,
      Envelope envelope) {
    super(offset);
    this.engine = engine;
    this.dispatcher = dispatcher;
    this.receiver = receiver;
    this.envelope = envelope;
  }

  @Override
  void happen() {
    engine.send(dispatcher, receiver, envelope);
  }
}
