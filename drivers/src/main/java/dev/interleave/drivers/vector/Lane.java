package dev.interleave.drivers.vector;

import dev.interleave.drivers.vector.VectorDriver.Message;
import dev.interleave.drivers.vector.VectorDriver.PartDone;
import dev.interleave.kernel.TaskContext;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** One lane: a task that computes one part of a job, chunk by chunk. */
final class Lane {

  /** Computes the elements from {@code from} to {@code to}, both included. */
  record Compute(Work work, long from, long to, ActorRef<Message> replyTo) {}

  private final VectorDriver settings;
  private final TaskContext<Compute> context;

  private Lane(VectorDriver settings, TaskContext<Compute> context) {
    this.settings = settings;
    this.context = context;
  }

  static Behavior<Compute> of(VectorDriver settings, TaskContext<Compute> context) {
    Lane lane = new Lane(settings, context);
    return Behaviors.receive(Compute.class)
        .onMessage(Compute.class, part -> lane.compute(part, part.from, 0))
        .build();
  }

  /** Goes on at {@code next} with the result so far. */
  private Behavior<Compute> compute(Compute part, long next, long sum) {
    while (next <= part.to) {
      long last = next + Math.min(settings.chunk(), part.to - next + 1) - 1;
      sum = Math.addExact(sum, chunk(part.work, next, last));
      next = last + 1;
      if (settings.yield() && next <= part.to) {
        return pause(part, next, sum);
      }
    }
    part.replyTo.tell(new PartDone(sum));
    return Behaviors.same();
  }

  private Behavior<Compute> pause(Compute part, long next, long sum) {
    context.count("yields", 1);
    return context.yield(
        () -> {
          context.consume(settings.yieldCost());
          return compute(part, next, sum);
        });
  }

  /** Real work takes real time on a real core: only what is left of the cost is consumed there. */
  private long chunk(Work work, long from, long to) {
    Duration cost = settings.costPerElement().multipliedBy(to - from + 1);
    long start = context.clock().nanos();
    long result = work.over(from, to);
    Duration left = cost.minusNanos(context.clock().nanos() - start);
    context.consume(left.isNegative() ? Duration.ZERO : left);
    return result;
  }
}
