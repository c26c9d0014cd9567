package dev.interleave.sim.conform;

import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** The guardian of a bench: hires workers for a workload, and dismisses them after it. */
final class Crew {
  /** What a bench tells it. */
  sealed interface Command {}

  /** Start {@code number} workers, named by their places, and add them to {@code hired}. */
  record Hire(int number, List<ActorRef<Assignment>> hired) implements Command {}

  /** Stop all workers. */
  record Dismiss() implements Command {}

  private Crew() {}

  static Behavior<Command> create() {
    return Behaviors.setup(
        context ->
            Behaviors.receive(Command.class)
                .onMessage(Hire.class, hire -> hire(context, hire))
                .onMessage(Dismiss.class, dismiss -> dismiss(context))
                .build());
  }

  private static Behavior<Command> hire(ActorContext<Command> context, Hire hire) {
    for (int i = 0; i < hire.number; i++) {
      hire.hired.add(context.spawn(worker(), Integer.toString(i)));
    }
    return Behaviors.same();
  }

  private static Behavior<Command> dismiss(ActorContext<Command> context) {
    context.getChildren().forEach(context::stop);
    return Behaviors.same();
  }

  private static Behavior<Assignment> worker() {
    return Behaviors.receive(Assignment.class)
        .onMessage(
            Assignment.class,
            assignment -> {
              assignment.work();
              return Behaviors.same();
            })
        .build();
  }
}
