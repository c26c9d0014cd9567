package dev.interleave.sim.bench;

import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Many senders, one receiver: in each round every sender sends its batch, and the receiver starts
 * the next round when it has all of them.
 *
 * @param senders how many
 * @param batch how many messages each sends in a round
 * @param rounds how many
 */
record FanIn(int senders, int batch, int rounds) implements Workload {

  private sealed interface Message {}

  private record Start(List<ActorRef<Round>> senders) implements Message {}

  private record Item() implements Message {}

  private record Round(ActorRef<Message> to) {}

  @Override
  public String name() {
    return "fan-in-" + senders + "x" + batch;
  }

  @Override
  public long operations() {
    return (long) rounds * senders * (batch + 1);
  }

  @Override
  public Behavior<Go> guardian() {
    return Behaviors.receive(
        (context, go) -> {
          List<ActorRef<Round>> all = new ArrayList<>();
          for (int i = 0; i < senders; i++) {
            all.add(context.spawn(sender(), "s" + i));
          }
          go.meter().start();
          context.spawn(receiver(go.meter()), "receiver").tell(new Start(all));
          return Behaviors.same();
        });
  }

  private Behavior<Round> sender() {
    return Behaviors.receiveMessage(
        round -> {
          for (int i = 0; i < batch; i++) {
            round.to.tell(new Item());
          }
          return Behaviors.same();
        });
  }

  private Behavior<Message> receiver(Meter meter) {
    return Behaviors.receive(
        (context, message) ->
            message instanceof Start start
                ? new Receiver(start.senders(), context.getSelf(), meter).next(rounds)
                : Behaviors.unhandled());
  }

  private final class Receiver {
    private final List<ActorRef<Round>> all;
    private final Round round;
    private final Meter meter;
    private int missing;
    private int left;

    Receiver(List<ActorRef<Round>> all, ActorRef<Message> self, Meter meter) {
      this.all = all;
      this.round = new Round(self);
      this.meter = meter;
    }

    Behavior<Message> next(int rounds) {
      left = rounds;
      begin();
      return Behaviors.receiveMessage(
          item -> {
            if (--missing == 0) {
              begin();
            }
            return Behaviors.same();
          });
    }

    private void begin() {
      if (left-- == 0) {
        meter.stop();
      } else {
        missing = senders * batch;
        all.forEach(sender -> sender.tell(round));
      }
    }
  }
}
