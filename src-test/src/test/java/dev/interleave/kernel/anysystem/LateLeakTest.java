package dev.interleave.kernel.anysystem;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.interleave.kernel.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that handlers set going, and that speak when nothing else is left to do. */
@Timeout(60)
class LateLeakTest {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Config QUIET =
      ConfigFactory.parseString("pekko { loglevel = OFF, stdout-loglevel = OFF }");

  /** Mostly when the handler is over; it is a leak before, too. */
  private static final int SOON_MILLIS = 50;

  /** Both doors. */
  private static final List<BiFunction<Behavior<String>, Duration, Simulation>> DOORS =
      List.of(
          (guardian, grace) -> Simulation.of(guardian).config(QUIET).grace(grace).run(),
          (guardian, grace) ->
              SimulatedRun.of(
                      ActorSystem.create(
                          guardian,
                          "late",
                          ConfigFactory.parseString(
                                  "interleave.simulated.grace = " + grace.toMillis() + " ms")
                              .withFallback(QUIET)
                              .withFallback(ConfigFactory.load("interleave-simulated"))))
                  .await());

  /** The guardian does {@code deed} at 3 s, and then there is nothing more to do. */
  private static Behavior<String> guardian(Consumer<ActorContext<String>> deed) {
    return Behaviors.setup(
        context -> {
          context.scheduleOnce(Duration.ofSeconds(3), context.getSelf(), "go");
          return Behaviors.receiveMessage(
              message -> {
                if (message.equals("go")) {
                  deed.accept(context);
                }
                return message.equals("end") ? Behaviors.stopped() : Behaviors.same();
              });
        });
  }

  /** Somebody else's threads, when the machine, whose thread the caller is, waits for them. */
  private static Executor later() {
    Thread machine = Thread.currentThread();
    return work ->
        ForkJoinPool.commonPool()
            .execute(
                () -> {
                  waitsFor(machine);
                  work.run();
                });
  }

  private static void waitsFor(Thread machine) {
    while (machine.isAlive() && machine.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  private static void pipe(ActorContext<String> self, CompletionStage<String> future) {
    self.pipeToSelf(future, (answer, failure) -> "end");
  }

  private static void isToldOf(Consumer<ActorContext<String>> deed, String pattern) {
    for (var door : DOORS) {
      Simulation run = door.apply(guardian(deed), LONG);
      assertThat(run.end()).isEqualTo(Outcome.End.FAILED);
      assertThat(run.failure().orElseThrow()).matches(pattern);
      assertThat(run.leaks()).containsExactly(run.failure().orElseThrow());
      assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }
  }

  @Test
  void aFutureOfAnotherPoolIsNamedWithTheLineThatPipedIt() {
    String sent =
        "leak: thread \".+\" sent to /user at 00:00:03\\.000 \\(LateLeakTest\\.java:\\d+\\)";
    isToldOf(self -> pipe(self, CompletableFuture.supplyAsync(() -> "late", later())), sent);
    isToldOf(self -> piped(self).completeOnTimeout("", SOON_MILLIS, TimeUnit.MILLISECONDS), sent);
    isToldOf(self -> piped(self).orTimeout(SOON_MILLIS, TimeUnit.MILLISECONDS), sent);
  }

  /** A future that {@code self} waits for already. */
  private static CompletableFuture<String> piped(ActorContext<String> self) {
    CompletableFuture<String> future = new CompletableFuture<>();
    pipe(self, future);
    return future;
  }

  @Test
  void aThreadThatAHandlerMadeIsNamed() {
    String sent =
        "leak: thread \"mine\" sent to /user at 00:00:03\\.000 \\(LateLeakTest\\.java:\\d+\\)";
    isToldOf(self -> new Thread(telling(self), "mine").start(), sent);
    isToldOf(
        self -> {
          ExecutorService pool = Executors.newSingleThreadExecutor(it -> new Thread(it, "mine"));
          pool.execute(telling(self));
          pool.shutdown();
        },
        sent);
    isToldOf(self -> new Timer("mine", true).schedule(task(telling(self)), 0), sent);
  }

  /** Tells {@code self} something when the machine, whose thread the caller is, waits for it. */
  private static Runnable telling(ActorContext<String> self) {
    Thread machine = Thread.currentThread();
    return () -> {
      waitsFor(machine);
      self.getSelf().tell("late");
    };
  }

  private static TimerTask task(Runnable work) {
    return new TimerTask() {
      @Override
      public void run() {
        work.run();
      }
    };
  }

  @Test
  void aFutureThatNeverComesIsNamedWhenNothingElseIsLeft() {
    for (var door : DOORS) {
      Simulation run =
          door.apply(guardian(self -> pipe(self, new CompletableFuture<>())), Duration.ofMillis(5));
      assertThat(run.end()).isEqualTo(Outcome.End.FAILED);
      assertThat(run.failure().orElseThrow())
          .matches(
              "leak: /user still waits at 00:00:03\\.000 for a future that is completed elsewhere"
                  + " or never \\(LateLeakTest\\.java:\\d+\\)");
    }
  }

  @Test
  void aFutureThatComesAfterTheGuardianEndedIsNamed() {
    isToldOf(
        self -> {
          pipe(self, CompletableFuture.supplyAsync(() -> "late", later()));
          self.getSelf().tell("end");
        },
        "leak: thread \".+\" sent to /user at 00:00:03\\.000 \\(LateLeakTest\\.java:\\d+\\)");
  }

  @Test
  void aFutureThatNeverComesIsNoLeakWhenTheGuardianEnded() {
    for (var door : DOORS) {
      Simulation run =
          door.apply(
              guardian(
                  self -> {
                    pipe(self, new CompletableFuture<>());
                    self.getSelf().tell("end");
                  }),
              Duration.ofMillis(5));
      assertThat(run.end()).isEqualTo(Outcome.End.FINISHED);
      assertThat(run.leaks()).isEmpty();
    }
  }

  @Test
  void aFutureThatAHandlerCompletesIsAsAnyOther() {
    for (var door : DOORS) {
      Simulation run =
          door.apply(
              guardian(
                  self -> {
                    CompletableFuture<String> promise = new CompletableFuture<>();
                    pipe(self, promise);
                    self.spawnAnonymous(
                        Behaviors.setup(
                            child -> {
                              promise.complete("kept");
                              return Behaviors.stopped();
                            }));
                  }),
              LONG);
      assertThat(run.end()).isEqualTo(Outcome.End.FINISHED);
      assertThat(run.leaks()).isEmpty();
    }
  }
}
