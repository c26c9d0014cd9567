package dev.interleave.testkit;

import dev.interleave.kernel.Program;
import dev.interleave.kernel.ProgramContext;
import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/** Sends a bench's requests at their times and collects the answers. */
record BenchProgram(
    String driver, List<DriverBench.Request> script, List<DriverBench.Reply> replies)
    implements Program<BenchProgram.Message> {

  sealed interface Message {}

  private record Send(DriverBench.Request request) implements Message {}

  private record Came(Object value) implements Message {}

  @Override
  public Behavior<Message> start(ProgramContext<Message> context) {
    return Behaviors.withTimers(timers -> sending(context, timers));
  }

  private Behavior<Message> sending(
      ProgramContext<Message> context, TimerScheduler<Message> timers) {
    for (DriverBench.Request request : script) {
      if (request.at().isZero()) {
        send(context, request);
      } else {
        timers.startSingleTimer(request, new Send(request), request.at());
      }
    }
    return new Waiting(context).next(script.size() - toldAtOnce());
  }

  private int toldAtOnce() {
    return (int) script.stream().filter(it -> !it.answered() && it.at().isZero()).count();
  }

  private void send(ProgramContext<Message> context, DriverBench.Request request) {
    if (request.answered()) {
      context.<Object>ask(
          driver,
          request.request(),
          Came::new,
          reason -> new Came(new DriverBench.Failure(reason)));
    } else {
      context.tell(driver, request.request().apply(context.actor().getSystem().deadLetters()));
    }
  }

  /** Counts down the requests that are not sent or not answered yet. */
  private final class Waiting {
    private final ProgramContext<Message> context;

    Waiting(ProgramContext<Message> context) {
      this.context = context;
    }

    Behavior<Message> next(int missing) {
      return missing == 0
          ? Behaviors.stopped()
          : Behaviors.receive(Message.class)
              .onMessage(Send.class, send -> sent(send.request(), missing))
              .onMessage(Came.class, came -> came(came.value(), missing))
              .build();
    }

    private Behavior<Message> sent(DriverBench.Request request, int missing) {
      send(context, request);
      return request.answered() ? Behaviors.same() : next(missing - 1);
    }

    private Behavior<Message> came(Object value, int missing) {
      Duration at = Duration.ofNanos(context.clock().nanos());
      replies.add(new DriverBench.Reply(at, value));
      return next(missing - 1);
    }
  }
}
