package dev.interleave.kernel.anysystem;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.dispatch.VirtualSources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Handlers that block, in a run that a test started by {@link Simulation#of}. */
@Timeout(120)
class BlockingTest {
  private static final Config QUIET =
      ConfigFactory.parseString("pekko { loglevel = OFF, stdout-loglevel = OFF }");

  @FunctionalInterface
  private interface Deed {
    void run(ActorContext<String> self) throws Exception;
  }

  /** A child "bad" does {@code deed} at 3 s; an hour later all ends. */
  private static Simulation run(Deed deed) {
    Behavior<String> bad =
        Behaviors.receive(
            (context, message) -> {
              deed.run(context);
              return Behaviors.same();
            });
    Behavior<String> guardian =
        Behaviors.setup(
            context -> {
              ActorRef<String> child = context.spawn(bad, "bad");
              context.scheduleOnce(Duration.ofSeconds(3), child, "go");
              context.scheduleOnce(Duration.ofHours(1), context.getSelf(), "end");
              return Behaviors.receiveMessage(message -> Behaviors.stopped());
            });
    return Simulation.of(guardian).config(QUIET).run();
  }

  private static void isToldOf(Simulation run, String what) {
    assertThat(run.end()).isEqualTo(Outcome.End.FAILED);
    assertThat(run.failure().orElseThrow())
        .matches("leak: bad " + what + " at 00:00:03\\.000 \\(BlockingTest\\.java:\\d+\\)");
    assertThat(run.leaks()).containsExactly(run.failure().orElseThrow());
  }

  @Test
  void aWaitThatAnInterruptEndsIsNamed() {
    isToldOf(run(self -> new CountDownLatch(1).await()), "blocks in CountDownLatch.await");
    isToldOf(
        run(self -> new LinkedBlockingQueue<String>().take()),
        "blocks in LinkedBlockingQueue.take");
    isToldOf(run(self -> TimeUnit.MINUTES.sleep(10)), "blocks in TimeUnit.sleep");
  }

  @Test
  void aWaitThatNothingEndsIsNamedAndWhoAskedIsAnswered() {
    isToldOf(
        run(self -> new CompletableFuture<String>().join()), "blocks in CompletableFuture.join");
  }

  @Test
  void aLockThatSomebodyElseHoldsForEverIsNamed() throws InterruptedException {
    Object lock = new Object();
    CountDownLatch held = new CountDownLatch(1);
    Thread holder =
        new Thread(
            () -> {
              synchronized (lock) {
                held.countDown();
                untilInterrupted();
              }
            });
    holder.start();
    held.await();
    isToldOf(
        run(
            self -> {
              synchronized (lock) {
                self.getLog().info("never");
              }
            }),
        "blocks in BlockingTest\\.lambda\\S+");
    holder.interrupt();
    holder.join();
  }

  private static void untilInterrupted() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }

  private static CompletionStage<String> asked(ActorContext<String> self) {
    return AskPattern.ask(
        self.getSelf(),
        (ActorRef<String> replyTo) -> "question",
        Duration.ofSeconds(1),
        self.getSystem().scheduler());
  }

  @Test
  void whoWaitsForAnAnswerOrForWhatComesOfItIsToldAtOnce() {
    String waits = "waits for a future in its handler";
    isToldOf(run(self -> asked(self).toCompletableFuture().join()), waits);
    isToldOf(run(self -> asked(self).toCompletableFuture().get()), waits);
    isToldOf(run(self -> asked(self).thenApply(it -> it).toCompletableFuture().join()), waits);
  }

  @Test
  void aWaitBeforeOrAfterTheRunIsNamedAsOneInIt() {
    Behavior<String> last =
        Behaviors.receive(String.class)
            .onSignal(
                PostStop.class,
                signal -> {
                  new CountDownLatch(1).await();
                  return Behaviors.same();
                })
            .build();
    Behavior<String> after =
        Behaviors.setup(
            context -> {
              context.spawn(last, "last");
              return Behaviors.empty();
            });
    Behavior<String> before =
        Behaviors.setup(
            context -> {
              new CountDownLatch(1).await();
              return Behaviors.empty();
            });
    assertThat(Simulation.of(after).config(QUIET).run().failure().orElseThrow())
        .startsWith("leak: last blocks in CountDownLatch.await at 00:00:00.000 (BlockingTest");
    assertThat(Simulation.of(before).config(QUIET).run().failure().orElseThrow())
        .startsWith("leak: system work blocks in CountDownLatch.await at 00:00:00.000 (Blocking");
  }

  @Test
  void aSystemThatAHandlerCreatesIsNamed() {
    Config simulated = QUIET.withFallback(ConfigFactory.load("interleave-simulated"));
    isToldOf(
        run(self -> ActorSystem.create(Behaviors.empty(), "inner", simulated)),
        "creates an actor system in its handler");
  }

  @Test
  void aHandlerThatSimulatesAnotherSystemIsBackInItsOwnTime() {
    Behavior<String> inner = Behaviors.setup(context -> Behaviors.stopped());
    List<Duration> times = new ArrayList<>();
    Simulation run =
        run(
            self -> {
              times.add(Simulation.of(inner).config(QUIET).run().elapsed());
              times.add(Duration.ofNanos(VirtualSources.nanoTime() - 1_000_000_000));
            });
    assertThat(run.end()).isEqualTo(Outcome.End.FINISHED);
    assertThat(times).containsExactly(Duration.ZERO, Duration.ofSeconds(3));
  }

  @Test
  void anInterruptIsForTheHandlerInWhichItCame() {
    List<String> seen = new ArrayList<>();
    Behavior<String> other =
        Behaviors.receiveMessage(
            message -> {
              seen.add(Thread.currentThread().isInterrupted() ? "interrupted" : "left alone");
              return Behaviors.same();
            });
    Simulation run =
        run(
            self -> {
              self.spawnAnonymous(other).tell("go");
              Thread.currentThread().interrupt();
            });
    assertThat(run.end()).isEqualTo(Outcome.End.FINISHED);
    assertThat(seen).containsExactly("left alone");
  }

  @Test
  void anErrorInSubmittedWorkEndsTheRunInWords() {
    Simulation run =
        run(
            self ->
                self.getExecutionContext()
                    .execute(
                        () -> {
                          throw new StackOverflowError("deep");
                        }));
    assertThat(run.end()).isEqualTo(Outcome.End.FAILED);
    assertThat(run.failure().orElseThrow())
        .startsWith("java.lang.StackOverflowError: deep (")
        .contains("BlockingTest");
  }

  @Test
  void anInterruptOfWhoWaitsForTheRunEndsItAndIsPassedOn() {
    Thread asking = Thread.currentThread();
    Simulation run =
        run(
            self -> {
              asking.interrupt();
              new CountDownLatch(1).await();
            });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(run.end()).isEqualTo(Outcome.End.FAILED);
    assertThat(run.failure().orElseThrow()).contains("was interrupted");
  }
}
