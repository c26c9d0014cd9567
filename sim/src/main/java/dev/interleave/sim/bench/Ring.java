package dev.interleave.sim.bench;

import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Actors in a ring that hand one token on.
 *
 * @param actors how many
 * @param hands how often the token is handed on
 */
record Ring(int actors, int hands) implements Workload {

  private record Token(int left) {}

  @Override
  public String name() {
    return "ring-" + actors;
  }

  @Override
  public long operations() {
    return hands;
  }

  @Override
  public Behavior<Go> guardian() {
    return Behaviors.receive((context, go) -> start(context, go.meter()));
  }

  private Behavior<Go> start(ActorContext<Go> context, Meter meter) {
    ActorRef<Token> first = context.spawn(first(meter), "ring");
    meter.start();
    first.tell(new Token(hands));
    return Behaviors.same();
  }

  /** The first actor closes the ring: it makes the others, each of which knows the next. */
  private Behavior<Token> first(Meter meter) {
    return Behaviors.setup(
        self -> {
          ActorRef<Token> next = self.getSelf();
          for (int i = 1; i < actors; i++) {
            next = self.spawn(member(next, meter), "m" + i);
          }
          return member(next, meter);
        });
  }

  private static Behavior<Token> member(ActorRef<Token> next, Meter meter) {
    return Behaviors.receiveMessage(
        token -> {
          if (token.left == 0) {
            meter.stop();
          } else {
            next.tell(new Token(token.left - 1));
          }
          return Behaviors.same();
        });
  }
}
