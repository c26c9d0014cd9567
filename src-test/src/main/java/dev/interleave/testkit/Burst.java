package dev.interleave.testkit;

import dev.interleave.kernel.Program;
import dev.interleave.kernel.ProgramContext;
import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * A program of pure CPU time: one turn for each burst.
 *
 * @param bursts what each turn consumes, in order
 */
record Burst(List<Duration> bursts) implements Program<Burst.Message> {

  sealed interface Message {}

  private record Turn(int number) implements Message {}

  @Override
  public Behavior<Message> start(ProgramContext<Message> context) {
    context.actor().getSelf().tell(new Turn(0));
    return Behaviors.receive(Message.class)
        .onMessage(Turn.class, turn -> take(context, turn.number()))
        .build();
  }

  private Behavior<Message> take(ProgramContext<Message> context, int number) {
    if (number == bursts.size()) {
      return Behaviors.stopped();
    }
    context.consume(bursts.get(number));
    context.actor().getSelf().tell(new Turn(number + 1));
    return Behaviors.same();
  }
}
