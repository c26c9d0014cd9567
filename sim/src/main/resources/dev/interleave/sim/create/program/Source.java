package {{package}};

import dev.interleave.drivers.store.StoreDriver.Reply;
import dev.interleave.drivers.store.StoreDriver.Take;
import dev.interleave.kernel.Program;
import dev.interleave.kernel.ProgramContext;
import dev.interleave.kernel.config.Range;
import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Takes items from a store, one after the other, and works on each.
 *
 * @param store the store's name in the scenario; must be in {@code uses}
 * @param items how many
 * @param work CPU time for each
 */
public record {{Name}}(String store, @Range(min = 0) int items, Duration work)
    implements Program<{{Name}}.Message> {

  /** What it hears. */
  public sealed interface Message {}

  private record Taken(Reply reply) implements Message {}

  private record Failed(String reason) implements Message {}

  @Override
  public Behavior<Message> start(ProgramContext<Message> context) {
    return next(context, items);
  }

  private Behavior<Message> next(ProgramContext<Message> context, int left) {
    if (left == 0) {
      return Behaviors.stopped();
    }
    context.<Reply>ask(store, me -> new Take(Optional.empty(), me), Taken::new, Failed::new);
    return Behaviors.receive(Message.class)
        .onMessage(Taken.class, taken -> work(context, left))
        .onMessage(Failed.class, failed -> Behaviors.stopped())
        .build();
  }

  private Behavior<Message> work(ProgramContext<Message> context, int left) {
    context.consume(work);
    context.count("done", 1);
    return next(context, left - 1);
  }
}
