package dev.interleave.testkit.broken;

import dev.interleave.kernel.Bus;
import dev.interleave.kernel.Device;
import dev.interleave.kernel.Driver;
import dev.interleave.kernel.DriverContext;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.jspecify.annotations.Nullable;

/**
 * A driver that does a job at a time on its device and says so: right as it stands, and each broken
 * one changes one thing of it.
 *
 * @param lives makes what serves one life
 */
record Faulty(Supplier<Faulty.Life> lives) implements Driver<Faulty.Message> {

  sealed interface Message {}

  record Ask(int number, ActorRef<Object> replyTo) implements Message {}

  /** Where the kernel does not see the address. */
  record Hidden(Ask ask) implements Message {}

  record Interrupted() implements Message {}

  record Later(Runnable what) implements Message {}

  @Override
  public Behavior<Message> start(DriverContext<Message> context) {
    return lives.get().begin(context);
  }

  /** One life, without a fault. */
  static class Life {
    final Deque<Ask> jobs = new ArrayDeque<>();
    final Machine device;

    Life() {
      this(new Machine());
    }

    Life(Machine device) {
      this.device = device;
    }

    Behavior<Message> begin(DriverContext<Message> context) {
      context.device(device, badges -> new Interrupted());
      return Behaviors.receive(Message.class)
          .onMessage(Ask.class, ask -> asked(context, ask))
          .onMessage(Hidden.class, hidden -> asked(context, hidden.ask()))
          .onMessage(Interrupted.class, interrupted -> interrupted(context))
          .onMessage(Later.class, later -> later(later.what()))
          .build();
    }

    private static Behavior<Message> later(Runnable what) {
      what.run();
      return Behaviors.same();
    }

    Behavior<Message> asked(DriverContext<Message> context, Ask ask) {
      jobs.add(ask);
      device.work();
      return Behaviors.same();
    }

    Behavior<Message> interrupted(DriverContext<Message> context) {
      for (int done = device.done(); done > 0; done--) {
        answer(context, jobs.remove());
      }
      return Behaviors.same();
    }

    void answer(DriverContext<Message> context, Ask job) {
      job.replyTo.tell("done " + job.number);
    }
  }

  /** Any number of jobs at once, a millisecond each. */
  static class Machine implements Device {
    private static final Duration JOB = Duration.ofMillis(1);
    private @Nullable Bus bus;
    private int done;

    @Override
    public synchronized void plug(Bus machine) {
      bus = machine;
    }

    synchronized void work() {
      bus().after(JOB, this::finish);
    }

    private synchronized void finish() {
      done++;
      bus().interrupt(0);
    }

    synchronized Bus bus() {
      return Objects.requireNonNull(bus);
    }

    synchronized int done() {
      int taken = done;
      done = 0;
      return taken;
    }
  }
}
