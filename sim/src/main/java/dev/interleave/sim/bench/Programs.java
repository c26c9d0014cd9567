package dev.interleave.sim.bench;

import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/**
 * Fresh programs of five actors, one after the other in one system: each passes a message round 30
 * times and stops.
 *
 * @param programs how many
 */
record Programs(int programs) implements Workload {
  private static final int ACTORS = 5;
  private static final int MESSAGES = 30;

  private record Token(int left) {}

  @Override
  public String name() {
    return "program of five actors";
  }

  @Override
  public long operations() {
    return programs;
  }

  @Override
  public Behavior<Go> guardian() {
    return Behaviors.setup(context -> new Series(context, programs));
  }

  /** One program after the other. */
  private static final class Series extends AbstractBehavior<Go> {
    private int left;
    private Runnable over = () -> {};

    Series(ActorContext<Go> context, int programs) {
      super(context);
      left = programs;
    }

    @Override
    public Receive<Go> createReceive() {
      return newReceiveBuilder()
          .onMessage(Go.class, this::begin)
          .onSignal(Terminated.class, ended -> next())
          .build();
    }

    private Behavior<Go> begin(Go go) {
      over = go.meter()::stop;
      go.meter().start();
      return next();
    }

    private Behavior<Go> next() {
      if (left-- == 0) {
        over.run();
      } else {
        program(getContext());
      }
      return this;
    }
  }

  private static void program(ActorContext<?> context) {
    ActorRef<Token> first = context.spawnAnonymous(first());
    context.watch(first);
    first.tell(new Token(MESSAGES));
  }

  private static Behavior<Token> first() {
    return Behaviors.setup(
        self -> {
          ActorRef<Token> next = self.getSelf();
          for (int i = 1; i < ACTORS; i++) {
            next = self.spawnAnonymous(member(next));
          }
          return member(next);
        });
  }

  private static Behavior<Token> member(ActorRef<Token> next) {
    return Behaviors.receiveMessage(
        token -> {
          if (token.left == 0) {
            return Behaviors.stopped();
          }
          next.tell(new Token(token.left - 1));
          return Behaviors.same();
        });
  }
}
