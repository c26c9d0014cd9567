package dev.interleave.testkit;

import dev.interleave.kernel.Program;
import dev.interleave.kernel.ProgramContext;
import java.time.Duration;
import java.util.Queue;
import java.util.function.BiFunction;
import org.apache.pekko.actor.DeadLetter;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * A client of the driver under test: asks, and writes down every answer.
 *
 * @param driver whom it asks, by name
 * @param request makes the request of a number
 * @param first the number of its first request
 * @param count how many it has
 * @param manner how they follow each other
 * @param linger how long it stays after its last answer
 * @param answers takes what it hears
 * @param late takes answers to requests that were answered before
 */
record Asker(
    String driver,
    BiFunction<Integer, ActorRef<Object>, Object> request,
    int first,
    int count,
    Manner manner,
    Duration linger,
    Queue<Answer> answers,
    Queue<Object> late)
    implements Program<Asker.Message> {
  private static final Duration RETRY = Duration.ofMillis(1);
  private static final int MOST_RETRIES = 200;

  /** How requests follow each other. */
  enum Manner {
    /** All of them in one turn. */
    AT_ONCE,
    /** Each after the answer to the one before, whatever it was. */
    IN_TURN,
    /** All of them in one turn; one that the kernel answered as failed is asked again. */
    UNTIL_SERVED
  }

  /**
   * What was heard of a request.
   *
   * @param value the driver's answer, or a {@link DriverBench.Failure} that is the kernel's
   */
  record Answer(int request, Object value) {
    boolean failed() {
      return value instanceof DriverBench.Failure;
    }
  }

  sealed interface Message {}

  private record Heard(Answer answer) implements Message {}

  private record Again(int request) implements Message {}

  private record Dead(DeadLetter letter) implements Message {}

  private record Enough() implements Message {}

  @Override
  public Behavior<Message> start(ProgramContext<Message> context) {
    if (first == 0) {
      hearOfDeadLetters(context);
    }
    int atOnce = manner == Manner.IN_TURN ? 1 : count;
    for (int i = 0; i < atOnce; i++) {
      ask(context, first + i);
    }
    return Behaviors.withTimers(timers -> new Waiting(context, timers).next(count));
  }

  /** An address is closed when it has its answer: a second one is a dead letter to nobody. */
  private static void hearOfDeadLetters(ProgramContext<Message> context) {
    ActorRef<DeadLetter> dead = context.actor().messageAdapter(DeadLetter.class, Dead::new);
    Adapter.toClassic(context.actor().getSystem())
        .eventStream()
        .subscribe(Adapter.toClassic(dead), DeadLetter.class);
  }

  private void ask(ProgramContext<Message> context, int number) {
    context.<Object>ask(
        driver,
        address -> request.apply(number, address),
        value -> new Heard(new Answer(number, value)),
        reason -> new Heard(new Answer(number, new DriverBench.Failure(reason))));
  }

  /** Counts down what is not answered yet. */
  private final class Waiting {
    private final ProgramContext<Message> context;
    private final TimerScheduler<Message> timers;
    private int retries;

    Waiting(ProgramContext<Message> context, TimerScheduler<Message> timers) {
      this.context = context;
      this.timers = timers;
    }

    Behavior<Message> next(int missing) {
      if (missing == 0 && linger.isZero()) {
        return Behaviors.stopped();
      }
      if (missing == 0) {
        timers.startSingleTimer(new Enough(), linger);
      }
      return Behaviors.receive(Message.class)
          .onMessage(Heard.class, heard -> heard(heard.answer(), missing))
          .onMessage(Again.class, again -> again(again.request()))
          .onMessage(Dead.class, dead -> dead(dead.letter()))
          .onMessage(Enough.class, enough -> Behaviors.stopped())
          .build();
    }

    private Behavior<Message> heard(Answer answer, int missing) {
      answers.add(answer);
      if (answer.failed() && mayAskAgain()) {
        timers.startSingleTimer(answer.request(), new Again(answer.request()), RETRY);
        return Behaviors.same();
      }
      if (manner == Manner.IN_TURN && missing > 1) {
        ask(context, answer.request() + 1);
      }
      return next(missing - 1);
    }

    private boolean mayAskAgain() {
      return manner == Manner.UNTIL_SERVED && retries++ < MOST_RETRIES;
    }

    private Behavior<Message> dead(DeadLetter letter) {
      ActorRef<Void> nobody = context.actor().getSystem().deadLetters();
      if (letter.recipient().equals(Adapter.toClassic(nobody))) {
        late.add(letter.message());
      }
      return Behaviors.same();
    }

    private Behavior<Message> again(int request) {
      ask(context, request);
      return Behaviors.same();
    }
  }
}
