package dev.interleave.kernel.anysystem;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.pattern.CircuitBreaker;
import org.apache.pekko.pattern.Patterns;
import org.apache.pekko.pattern.StatusReply;

/** Ask in all forms, time-outs, futures that come to an actor, breaker and retry. */
final class FuturePrograms {
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private FuturePrograms() {}

  static Map<String, Program> all() {
    Map<String, Program> all = new TreeMap<>();
    all.put("ask-pattern", FuturePrograms::askPattern);
    all.put("ask-steps", FuturePrograms::askSteps);
    all.put("context-ask", FuturePrograms::contextAsk);
    all.put("ask-time-out", FuturePrograms::askTimeOut);
    all.put("pipe", FuturePrograms::pipe);
    all.put("breaker", FuturePrograms::breaker);
    all.put("retry", FuturePrograms::retry);
    return all;
  }

  private record Question(int number, ActorRef<Integer> replyTo) {}

  private record Checked(int number, ActorRef<StatusReply<Integer>> replyTo) {}

  private static Behavior<Question> server() {
    return Behaviors.setup(
        context ->
            Behaviors.receiveMessage(
                question -> {
                  Duration work = Duration.ofMillis(100L * question.number());
                  context.scheduleOnce(work, question.replyTo(), question.number() * 10);
                  return Behaviors.same();
                }));
  }

  /** A behavior that writes down {@code expected} messages and stops. */
  private static Behavior<String> notes(int expected, Consumer<String> out) {
    return Behaviors.receiveMessage(
        message -> {
          out.accept(message);
          return expected == 1 ? Behaviors.stopped() : notes(expected - 1, out);
        });
  }

  private static Behavior<String> askPattern(Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          ActorRef<Question> server = context.spawn(server(), "server");
          for (int i = 5; i > 0; i--) {
            int number = i;
            ActorRef<String> self = context.getSelf();
            AskPattern.<Question, Integer>ask(
                    server,
                    replyTo -> new Question(number, replyTo),
                    LIMIT,
                    context.getSystem().scheduler())
                .thenApply(answer -> answer + 1)
                .thenCompose(answer -> CompletableFuture.completedFuture("a" + answer))
                .whenComplete((answer, failure) -> self.tell(answer));
          }
          return notes(5, out);
        });
  }

  /** Steps without an executor of their own, and a look at an answer that is there. */
  private static Behavior<String> askSteps(Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          ActorRef<Question> server = context.spawn(server(), "server");
          ActorRef<String> self = context.getSelf();
          CompletableFuture<Integer> answer =
              AskPattern.<Question, Integer>ask(
                      server,
                      replyTo -> new Question(1, replyTo),
                      LIMIT,
                      context.getSystem().scheduler())
                  .toCompletableFuture();
          answer
              .thenApply(it -> it + 1)
              .thenApplyAsync(it -> it + answer.join())
              .thenComposeAsync(it -> CompletableFuture.completedFuture("steps " + it))
              .whenCompleteAsync((said, failure) -> self.tell(said));
          return notes(1, out);
        });
  }

  private static Behavior<String> contextAsk(Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          ActorRef<Question> server = context.spawn(server(), "server");
          ActorRef<Checked> checked = context.spawn(checking(), "checking");
          for (int i = 1; i <= 3; i++) {
            int number = i;
            context.ask(
                Integer.class,
                server,
                LIMIT,
                (ActorRef<Integer> replyTo) -> new Question(number, replyTo),
                (answer, failure) -> "answer " + answer);
            context.askWithStatus(
                Integer.class,
                checked,
                LIMIT,
                (ActorRef<StatusReply<Integer>> replyTo) -> new Checked(number, replyTo),
                (answer, failure) -> failure == null ? "good " + answer : "bad " + failure);
          }
          return notes(6, out);
        });
  }

  private static Behavior<Checked> checking() {
    return Behaviors.receiveMessage(
        question -> {
          question
              .replyTo()
              .tell(
                  question.number() == 2
                      ? StatusReply.error("two")
                      : StatusReply.success(question.number()));
          return Behaviors.same();
        });
  }

  private static Behavior<String> askTimeOut(Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          ActorRef<Question> deaf = context.spawn(Behaviors.ignore(), "deaf");
          context.ask(
              Integer.class,
              deaf,
              LIMIT,
              (ActorRef<Integer> replyTo) -> new Question(1, replyTo),
              (answer, failure) -> failure.getClass().getSimpleName());
          context.pipeToSelf(
              AskPattern.<Question, Integer>ask(
                  deaf, to -> new Question(2, to), LIMIT, context.getSystem().scheduler()),
              (answer, failure) -> "piped " + failure.getClass().getSimpleName());
          return notes(2, out);
        });
  }

  private static Behavior<String> pipe(Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          context.pipeToSelf(CompletableFuture.completedFuture("at once"), (text, failure) -> text);
          CompletableFuture<String> later = new CompletableFuture<>();
          context.pipeToSelf(later, (text, failure) -> text);
          completeLater(context, later);
          for (int i = 0; i < 5; i++) {
            int number = i;
            context.pipeToSelf(
                CompletableFuture.supplyAsync(
                    () -> "supplied " + number, context.getExecutionContext()),
                (text, failure) -> text);
          }
          context.pipeToSelf(
              CompletableFuture.failedFuture(new IllegalStateException("no")),
              (text, failure) -> failure.getMessage());
          return notes(8, out);
        });
  }

  private static void completeLater(ActorContext<String> context, CompletableFuture<String> later) {
    context
        .getSystem()
        .scheduler()
        .scheduleOnce(
            Duration.ofSeconds(5), () -> later.complete("later"), context.getExecutionContext());
  }

  private static Behavior<String> breaker(Consumer<String> out) {
    return Behaviors.setup(
        context -> {
          CircuitBreaker breaker =
              CircuitBreaker.create(
                      context.getSystem().classicSystem().scheduler(),
                      2,
                      Duration.ofSeconds(1),
                      Duration.ofSeconds(10))
                  .addOnOpenListener(() -> context.getSelf().tell("open"))
                  .addOnHalfOpenListener(() -> context.getSelf().tell("half open"))
                  .addOnCallSuccessListener(nanos -> out.accept("success " + nanos))
                  .addOnCallFailureListener(nanos -> out.accept("failure " + nanos));
          for (int i = 0; i < 2; i++) {
            breaker.callWithCircuitBreakerCS(
                () -> CompletableFuture.failedFuture(new IllegalStateException("broken")));
          }
          return Behaviors.receiveMessage(
              message -> {
                out.accept(message);
                if (message.equals("half open")) {
                  breaker
                      .callWithCircuitBreakerCS(() -> CompletableFuture.completedFuture("well"))
                      .whenComplete((text, failure) -> context.getSelf().tell("" + text));
                }
                return message.equals("well") ? Behaviors.stopped() : Behaviors.same();
              });
        });
  }

  private static Behavior<String> retry(Consumer<String> out) {
    int[] attempts = {0};
    return Behaviors.setup(
        context -> {
          context.pipeToSelf(
              Patterns.retry(
                  () -> {
                    out.accept("attempt " + attempts[0]);
                    return ++attempts[0] < 4
                        ? CompletableFuture.failedFuture(new IllegalStateException("no"))
                        : CompletableFuture.completedFuture("done after " + attempts[0]);
                  },
                  5,
                  Duration.ofMillis(100),
                  Duration.ofSeconds(10),
                  0.5,
                  context.getSystem().classicSystem()),
              (text, failure) -> text == null ? "" + failure : text);
          return notes(1, out);
        });
  }
}
