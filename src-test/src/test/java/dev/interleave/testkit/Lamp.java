package dev.interleave.testkit;

import dev.interleave.kernel.Bus;
import dev.interleave.kernel.Device;
import dev.interleave.kernel.Driver;
import dev.interleave.kernel.DriverContext;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.jspecify.annotations.Nullable;

/** A lamp whose relay takes a while to switch; one switch at a time. */
public record Lamp(Duration latency) implements Driver<Lamp.Message> {
  public sealed interface Message {}

  public record On(ActorRef<String> replyTo) implements Message {}

  public record Off(ActorRef<String> replyTo) implements Message {}

  public record Break() implements Message {}

  private record Switched() implements Message {}

  private record Job(String state, ActorRef<String> replyTo) {}

  @Override
  public Behavior<Message> start(DriverContext<Message> context) {
    Relay relay = new Relay(latency);
    Deque<Job> jobs = new ArrayDeque<>();
    context.device(relay, badges -> new Switched());
    return Behaviors.receive(Message.class)
        .onMessage(On.class, on -> queue(jobs, relay, new Job("on", on.replyTo())))
        .onMessage(Off.class, off -> queue(jobs, relay, new Job("off", off.replyTo())))
        .onMessage(Switched.class, switched -> done(jobs, relay))
        .onMessage(
            Break.class,
            broken -> {
              throw new IllegalStateException("the bulb broke");
            })
        .build();
  }

  private static Behavior<Message> queue(Deque<Job> jobs, Relay relay, Job job) {
    jobs.addLast(job);
    if (jobs.size() == 1) {
      relay.flip();
    }
    return Behaviors.same();
  }

  private static Behavior<Message> done(Deque<Job> jobs, Relay relay) {
    Job job = jobs.removeFirst();
    job.replyTo().tell(job.state());
    if (!jobs.isEmpty()) {
      relay.flip();
    }
    return Behaviors.same();
  }

  /** The hardware: raises interrupt 0 when it has switched. */
  private static final class Relay implements Device {
    private final Duration latency;
    private @Nullable Bus bus;

    Relay(Duration latency) {
      this.latency = latency;
    }

    @Override
    public synchronized void plug(Bus machine) {
      bus = machine;
    }

    synchronized void flip() {
      Bus plugged = bus;
      if (plugged != null) {
        plugged.after(latency, () -> plugged.interrupt(0));
      }
    }
  }
}
