package dev.interleave.sim.bench;

import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Pairs of actors that throw a ball to and fro.
 *
 * @param pairs how many
 * @param throwsEach how often each ball is thrown
 */
record Pairs(int pairs, int throwsEach) implements Workload {

  private record Ball(int left, ActorRef<Ball> from) {}

  @Override
  public String name() {
    return pairs == 1 ? "pair" : "pairs-" + pairs;
  }

  @Override
  public long operations() {
    return (long) pairs * throwsEach;
  }

  @Override
  public Behavior<Go> guardian() {
    return Behaviors.receive((context, go) -> start(context, go.meter()));
  }

  private Behavior<Go> start(ActorContext<Go> context, Meter meter) {
    CountDown balls = new CountDown(pairs, meter::stop);
    List<ActorRef<Ball>> servers = new ArrayList<>();
    List<ActorRef<Ball>> others = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      servers.add(context.spawn(player(balls), "a" + i));
      others.add(context.spawn(player(balls), "b" + i));
    }
    meter.start();
    for (int i = 0; i < pairs; i++) {
      servers.get(i).tell(new Ball(throwsEach, others.get(i)));
    }
    return Behaviors.same();
  }

  private static Behavior<Ball> player(CountDown balls) {
    return Behaviors.receive(
        (context, ball) -> {
          if (ball.left == 0) {
            balls.down();
          } else {
            ball.from.tell(new Ball(ball.left - 1, context.getSelf()));
          }
          return Behaviors.same();
        });
  }
}
