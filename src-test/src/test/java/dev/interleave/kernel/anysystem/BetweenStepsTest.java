package dev.interleave.kernel.anysystem;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import scala.concurrent.Await;
import scala.concurrent.duration.Duration$;
import scala.jdk.javaapi.FutureConverters;

/** A thread outside never runs beside the step that brought what it waited for. */
@Timeout(60)
class BetweenStepsTest {
  @RepeatedTest(20)
  void whoWaitsForAnAnswerGoesOnWhenTheTurnIsOverThatGaveIt() {
    assertThatTheTurnIsOverAfter(answer -> answer.toCompletableFuture().join());
  }

  @RepeatedTest(20)
  void soDoesWhoWaitsInAwait() {
    assertThatTheTurnIsOverAfter(
        answer -> {
          try {
            Await.result(FutureConverters.asScala(answer), Duration$.MODULE$.Inf());
          } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void assertThatTheTurnIsOverAfter(Consumer<CompletionStage<String>> wait) {
    List<String> seen = new CopyOnWriteArrayList<>();
    ActorSystem<ActorRef<String>> system =
        ActorSystem.create(
            Behaviors.receiveMessage(
                (ActorRef<String> replyTo) -> {
                  replyTo.tell("answer");
                  LongStream.range(0, 20_000).forEach(i -> Thread.onSpinWait());
                  seen.add("handler");
                  return Behaviors.same();
                }),
            "outsider",
            ConfigFactory.load("interleave-simulated"));
    for (int i = 0; i < 2; i++) {
      wait.accept(
          AskPattern.<ActorRef<String>, String>ask(
              system, replyTo -> replyTo, Duration.ofSeconds(1), system.scheduler()));
      seen.add("outside");
    }
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
    assertThat(seen).containsExactly("handler", "outside", "handler", "outside");
  }

  /** Ends the system when a future of it has come, as many a main method does. */
  @RepeatedTest(5)
  void aStepThatIsAddedOutsideIsOneOfTheMachine() {
    List<String> seen = new CopyOnWriteArrayList<>();
    ActorSystem<Void> system =
        ActorSystem.create(
            Behaviors.empty(), "outsider", ConfigFactory.load("interleave-simulated"));
    Source.tick(Duration.ofSeconds(1), Duration.ofSeconds(1), "tick")
        .take(3)
        .runForeach(seen::add, system)
        .thenApply(done -> Thread.currentThread().getName())
        .whenComplete((name, thrown) -> seen.add(name))
        .thenRun(system::terminate);
    Simulation run = SimulatedRun.of(system).await();
    assertThat(seen).containsExactly("tick", "tick", "tick", "outsider-machine");
    assertThat(run.leaks()).isEmpty();
    assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(3));
  }

  @RepeatedTest(5)
  void soIsAStepOfAFutureThatHasCome() {
    ActorSystem<String> system =
        ActorSystem.create(
            Behaviors.receiveMessage(word -> Behaviors.stopped()),
            "outsider",
            ConfigFactory.load("interleave-simulated"));
    CompletionStage<Integer> come = Source.single(1).runWith(Sink.head(), system);
    come.toCompletableFuture().join();
    come.thenAccept(one -> system.tell("stop"));
    assertThat(SimulatedRun.of(system).await().leaks()).isEmpty();
  }
}
