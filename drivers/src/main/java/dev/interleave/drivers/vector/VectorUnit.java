package dev.interleave.drivers.vector;

import dev.interleave.drivers.vector.VectorDriver.Failed;
import dev.interleave.drivers.vector.VectorDriver.Job;
import dev.interleave.drivers.vector.VectorDriver.Message;
import dev.interleave.drivers.vector.VectorDriver.PartDone;
import dev.interleave.drivers.vector.VectorDriver.Result;
import dev.interleave.kernel.DriverContext;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** The driver while it runs: one job at a time goes to the lanes, the others wait in a queue. */
final class VectorUnit {

  private record Waiting(Job job, long since) {}

  private final VectorDriver settings;
  private final DriverContext<Message> context;
  private final List<ActorRef<Lane.Compute>> lanes = new ArrayList<>();
  private final Deque<Waiting> queue = new ArrayDeque<>();

  VectorUnit(VectorDriver settings, DriverContext<Message> context) {
    this.settings = settings;
    this.context = context;
    for (int i = 0; i < settings.lanes(); i++) {
      Behavior<Lane.Compute> lane = context.child(it -> Lane.of(settings, it));
      lanes.add(context.actor().spawn(lane, String.valueOf(i)));
    }
  }

  /** No job is being done. */
  Behavior<Message> idle() {
    return Behaviors.receive(Message.class)
        .onMessage(Job.class, job -> refused(job) ? same() : start(new Waiting(job, now())))
        .build();
  }

  /** {@code running} is being done. */
  private Behavior<Message> busy(Running running) {
    return Behaviors.receive(Message.class)
        .onMessage(Job.class, job -> refused(job) ? same() : enqueue(job))
        .onMessage(PartDone.class, part -> running.done(part) ? finish(running) : same())
        .build();
  }

  /** Whether {@code job} is impossible, and so was answered already. */
  private static boolean refused(Job job) {
    boolean negative = job.size() < 0;
    boolean refused = negative || job.size() > job.work().most();
    if (refused) {
      String reason =
          negative
              ? "a vector cannot have " + job.size() + " elements"
              : job.words() + " does not fit in 64 bits (the most is " + job.work().most() + ")";
      job.replyTo().tell(new Failed(reason));
    }
    return refused;
  }

  private Behavior<Message> enqueue(Job job) {
    if (queue.size() < settings.queue()) {
      queue.add(new Waiting(job, now()));
    } else {
      context.count("refused", 1);
      String jobs = settings.queue() == 1 ? "1 job waits" : settings.queue() + " jobs wait";
      job.replyTo().tell(new Failed("the command queue is full: " + jobs + " already"));
    }
    return same();
  }

  private Behavior<Message> start(Waiting next) {
    Job job = next.job;
    long started = now();
    context.measure("queued", started - next.since);
    context.consume(settings.setupCost());
    int parts = (int) Math.max(1, Math.min(settings.lanes(), job.size()));
    split(job, parts);
    return busy(new Running(job, started, parts));
  }

  /** Parts differ by at most one element; the first ones are the longer ones. */
  private void split(Job job, int parts) {
    long from = 1;
    for (int i = 0; i < parts; i++) {
      long length = job.size() / parts + (i < job.size() % parts ? 1 : 0);
      long to = from + length - 1;
      lanes.get(i).tell(new Lane.Compute(job.work(), from, to, context.actor().getSelf()));
      from = to + 1;
    }
  }

  private Behavior<Message> finish(Running running) {
    long elapsed = now() - running.started();
    context.count("jobs", 1);
    context.count("parts", running.parts());
    context.measure("elapsed", elapsed);
    context.publish("result", String.valueOf(running.total()));
    Duration duration = Duration.ofNanos(elapsed);
    running.job().replyTo().tell(new Result(running.total(), running.parts(), duration));
    return nextOrIdle();
  }

  private Behavior<Message> nextOrIdle() {
    return queue.isEmpty() ? idle() : start(queue.remove());
  }

  private long now() {
    return context.clock().nanos();
  }

  private static Behavior<Message> same() {
    return Behaviors.same();
  }
}
