package dev.interleave.kernel.anysystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.interleave.kernel.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LeakTest {

  private static Simulation run(Behavior<?> guardian, String settings) {
    Config config =
        ConfigFactory.parseString("pekko { loglevel = OFF, stdout-loglevel = OFF }\n" + settings)
            .withFallback(ConfigFactory.load("interleave-simulated"));
    return SimulatedRun.of(ActorSystem.create(guardian, "leaky", config)).await();
  }

  /** A child "orders", and a thread "pool-1" that sends to it while a handler waits for that. */
  private static Behavior<String> sendsFromAnotherThread() {
    return Behaviors.setup(
        context -> {
          ActorRef<String> orders =
              context.spawn(Behaviors.receiveMessage(order -> Behaviors.same()), "orders");
          context.scheduleOnce(Duration.ofMillis(12_400), context.getSelf(), "go");
          context.scheduleOnce(Duration.ofSeconds(20), context.getSelf(), "stop");
          return Behaviors.receiveMessage(
              message -> {
                if (message.equals("go")) {
                  Thread thread = new Thread(() -> orders.tell("from outside"), "pool-1");
                  thread.start();
                  waitsFor(thread);
                }
                return message.equals("stop") ? Behaviors.stopped() : Behaviors.same();
              });
        });
  }

  @Test
  void aForeignThreadFailsTheRunAndIsNamed() {
    Simulation run = run(sendsFromAnotherThread(), "");
    assertThat(run.end()).isEqualTo(Outcome.End.FAILED);
    assertThat(run.failure().orElseThrow())
        .matches(
            "leak: thread \"pool-1\" sent to orders at 00:00:12\\.400 \\(LeakTest\\.java:\\d+\\)");
  }

  @Test
  void leaksCanBeCounted() {
    Simulation run = run(sendsFromAnotherThread(), "interleave.simulated.leaks = count");
    assertThat(run.end()).isEqualTo(Outcome.End.FINISHED);
    assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(20));
    assertThat(run.leaks()).singleElement().asString().contains("pool-1");
  }

  @Test
  void aFutureThatIsCompletedElsewhereIsALeak() {
    CountDownLatch asked = new CountDownLatch(1);
    Simulation run =
        run(
            Behaviors.<String>setup(
                context -> {
                  CompletableFuture<String> elsewhere =
                      CompletableFuture.supplyAsync(
                          () -> {
                            await(asked);
                            return "answer";
                          });
                  context.pipeToSelf(elsewhere, (answer, failure) -> answer);
                  asked.countDown();
                  return Behaviors.receiveMessage(message -> Behaviors.stopped());
                }),
            "");
    assertThat(run.failure().orElseThrow()).startsWith("leak: thread \"").contains("/user");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** However long that takes, it is no wait that a watchdog sees. */
  private static void waitsFor(Thread thread) {
    while (thread.isAlive()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aTerminationByAForeignThreadIsALeakAndIsCarriedOut() {
    Behavior<String> guardian =
        Behaviors.withTimers(
            timers -> {
              timers.startTimerAtFixedRate("tick", Duration.ofSeconds(1));
              return Behaviors.receive(
                  (context, tick) -> {
                    Thread thread = new Thread(() -> context.getSystem().terminate(), "killer");
                    thread.start();
                    waitsFor(thread);
                    return Behaviors.same();
                  });
            });
    assertThat(run(guardian, "").failure().orElseThrow())
        .startsWith("leak: thread \"killer\" submitted work at 00:00:01.000 (LeakTest.java:");
  }

  @Test
  void aHandlerThatWaitsForAnAnswerIsALeak() {
    Behavior<String> waits =
        Behaviors.receive(
            (context, message) -> {
              AskPattern.<String, String>ask(
                      context.getSelf(),
                      replyTo -> "question",
                      Duration.ofSeconds(1),
                      context.getSystem().scheduler())
                  .toCompletableFuture()
                  .get();
              return Behaviors.same();
            });
    Simulation run =
        run(
            Behaviors.<String>setup(
                context -> {
                  context.scheduleOnce(Duration.ofSeconds(3), context.spawn(waits, "waits"), "go");
                  return Behaviors.empty();
                }),
            "");
    assertThat(run.failure().orElseThrow())
        .matches("leak: waits waits for a future in its handler at 00:00:03\\.000 \\(LeakTest.*");
    assertThat(run.leaks()).containsExactly(run.failure().orElseThrow());
  }

  @Test
  void aHandlerThatBlocksForEverIsALeak() {
    Behavior<String> blocks =
        Behaviors.receiveMessage(
            message -> {
              new CompletableFuture<String>().join();
              return Behaviors.same();
            });
    Simulation run =
        run(
            Behaviors.<String>setup(
                context -> {
                  context.spawn(blocks, "blocks").tell("go");
                  return Behaviors.empty();
                }),
            "");
    assertThat(run.failure().orElseThrow())
        .startsWith("leak: blocks blocks in ")
        .contains("LeakTest");
  }

  @Test
  void aDispatcherWithThreadsOfItsOwnIsRefusedByName() {
    assertThatThrownBy(() -> run(Behaviors.empty(), "mine { type = PinnedDispatcher }"))
        .hasMessageContaining("the dispatcher mine is of type PinnedDispatcher");
  }

  @Test
  void anUnknownSettingIsRefusedByName() {
    assertThatThrownBy(() -> run(Behaviors.empty(), "interleave.simulated.coers = 4"))
        .hasMessageContaining(
            "unknown setting 'coers' of interleave.simulated; did you mean 'cores'?");
  }
}
