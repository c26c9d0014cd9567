package dev.interleave.kernel.anysystem;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.interleave.kernel.Outcome;
import dev.interleave.stage.Machines;
import dev.interleave.testkit.jvm.FreshJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.ChildFailed;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class HostileTest {
  private static final Config QUIET =
      ConfigFactory.parseString(
          "pekko { loglevel = OFF, stdout-loglevel = OFF, log-dead-letters = off }");

  private static ActorSystem<?> start(Behavior<?> guardian, String settings) {
    Config config =
        ConfigFactory.parseString(settings)
            .withFallback(QUIET)
            .withFallback(ConfigFactory.load("interleave-simulated"));
    return ActorSystem.create(guardian, "hostile", config);
  }

  private static Simulation run(Behavior<?> guardian, String settings) {
    return SimulatedRun.of(start(guardian, settings)).await();
  }

  @FunctionalInterface
  private interface Deed {
    void run() throws Exception;
  }

  /** A child "bad" does {@code deed}; the guardian stops when that child failed. */
  private static Behavior<String> child(Deed deed) {
    return Behaviors.setup(
        context -> {
          ActorRef<String> bad =
              context.spawn(
                  Behaviors.receiveMessage(
                      message -> {
                        deed.run();
                        return Behaviors.same();
                      }),
                  "bad");
          context.watch(bad);
          bad.tell("go");
          return Behaviors.receive(String.class)
              .onSignal(ChildFailed.class, gone -> Behaviors.stopped())
              .build();
        });
  }

  @Test
  void anErrorInAHandlerEndsTheRunInWords() {
    for (Error error : List.of(new StackOverflowError("deep"), new OutOfMemoryError("full"))) {
      Simulation run =
          run(
              child(
                  () -> {
                    throw error;
                  }),
              "");
      assertThat(run.end()).isEqualTo(Outcome.End.FAILED);
      assertThat(run.failure().orElseThrow()).contains("bad", error.getMessage());
    }
  }

  @Test
  void aDeepRecursionEndsTheRunInWords() {
    Simulation run = run(child(() -> dive(1)), "");
    assertThat(run.failure().orElseThrow()).contains("bad", "StackOverflowError");
  }

  private static int dive(int depth) {
    return depth == 0 ? 0 : dive(depth + 1) + 1;
  }

  @Test
  void anInterruptedHandlerIsAFailedActorAndNothingElse() {
    Simulation run =
        run(
            child(
                () -> {
                  throw new InterruptedException("stop that");
                }),
            "");
    assertThat(run.end()).isEqualTo(Outcome.End.FINISHED);
  }

  @Test
  void goingRoundInOneInstantIsNamed() {
    Behavior<String> forEver =
        Behaviors.receive(
            (context, message) -> {
              context.getSelf().tell(message);
              return Behaviors.same();
            });
    Simulation run =
        run(
            Behaviors.<String>setup(
                context -> {
                  context.spawn(forEver, "ever").tell("again");
                  return Behaviors.empty();
                }),
            "interleave.simulated.turns-per-instant = 10000");
    assertThat(run.failure().orElseThrow()).contains("ever", "10000 turns at one instant");
  }

  @Test
  void aTimerWithoutDelayIsNamedAndTheSystemEnds() {
    Behavior<String> child =
        Behaviors.withTimers(
            timers -> {
              timers.startTimerWithFixedDelay("again", Duration.ZERO);
              return Behaviors.empty();
            });
    Simulation run =
        run(
            Behaviors.<String>setup(
                context -> {
                  context.spawn(child, "child");
                  return Behaviors.empty();
                }),
            "interleave.simulated.turns-per-instant = 1000");
    assertThat(run.failure().orElseThrow()).contains("1000 turns at one instant (0 ns)");
  }

  @Test
  void spawningWithoutEndIsNamed() {
    Simulation run =
        run(
            Behaviors.<String>setup(
                context -> {
                  context.spawn(spawner(), "first").tell("more");
                  return Behaviors.empty();
                }),
            "interleave.simulated.turns-per-instant = 2000");
    assertThat(run.failure().orElseThrow()).contains("first", "turns at one instant");
  }

  private static Behavior<String> spawner() {
    return Behaviors.receive(
        (context, message) -> {
          context.spawnAnonymous(spawner()).tell(message);
          context.getSelf().tell(message);
          return Behaviors.same();
        });
  }

  @Test
  void aMillionTimersFireAtOneInstant() {
    int many = 1_000_000;
    AtomicInteger fired = new AtomicInteger();
    Simulation run =
        run(
            Behaviors.<String>setup(
                context -> {
                  for (int i = 0; i < many; i++) {
                    context.scheduleOnce(Duration.ofSeconds(1), context.getSelf(), "tick");
                  }
                  return Behaviors.receiveMessage(
                      tick ->
                          fired.incrementAndGet() == many ? Behaviors.stopped() : Behaviors.same());
                }),
            "interleave.simulated.turns-per-instant = 10000000");
    assertThat(run.end()).isEqualTo(Outcome.End.FINISHED);
    assertThat(fired).hasValue(many);
    assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void threeHundredYearsAreTooLongAndSaidSo() {
    Behavior<String> sleeper =
        Behaviors.setup(
            context -> {
              context.scheduleOnce(Duration.ofDays(200 * 365), context.getSelf(), "one");
              return Behaviors.receiveMessage(
                  message -> {
                    context.scheduleOnce(Duration.ofDays(200 * 365), context.getSelf(), "two");
                    return Behaviors.same();
                  });
            });
    Simulation run =
        run(
            Behaviors.<String>setup(
                context -> {
                  context.watch(context.spawn(sleeper, "sleeper"));
                  return Behaviors.receive(String.class)
                      .onSignal(ChildFailed.class, gone -> Behaviors.stopped())
                      .build();
                }),
            "");
    assertThat(run.elapsed()).isEqualTo(Duration.ofDays(200 * 365));
  }

  @Test
  void anActorThatIsStoppedInItsCutTurnStopsOnce() {
    List<String> seen = new ArrayList<>();
    Behavior<String> stopsItself =
        Behaviors.receive(String.class)
            .onAnyMessage(message -> Behaviors.stopped())
            .onSignal(
                PostStop.class,
                signal -> {
                  seen.add("stopped");
                  return Behaviors.same();
                })
            .build();
    Simulation run =
        run(
            Behaviors.<String>setup(
                context -> {
                  for (String name : List.of("one", "two")) {
                    ActorRef<String> child = context.spawn(stopsItself, name);
                    context.watchWith(child, name);
                    child.tell("go");
                    context.scheduleOnce(Duration.ofMillis(6), context.getSelf(), "stop " + name);
                  }
                  return stoppingChildren(seen);
                }),
            "interleave.simulated { message-cost = 10 ms, policy { type = round-robin, quantum = 4 ms } }");
    assertThat(run.end()).isEqualTo(Outcome.End.FINISHED);
    assertThat(seen).containsExactlyInAnyOrder("stopped", "stopped", "one", "two");
    assertThat(run.elapsed()).isEqualTo(Duration.ofMillis(20));
  }

  private static Behavior<String> stoppingChildren(List<String> seen) {
    return Behaviors.receive(
        (context, message) -> {
          if (message.startsWith("stop ")) {
            context.getChild(message.substring(5)).ifPresent(context::stop);
            return Behaviors.same();
          }
          seen.add(message);
          return seen.containsAll(List.of("one", "two")) ? Behaviors.stopped() : Behaviors.same();
        });
  }

  @Test
  void twoSimulatedSystemsAtOnceDoNotDisturbEachOther() {
    Program tell = Programs.all().get("tell");
    String alone = Programs.run(tell, 1).simulation().digest();
    List<CompletableFuture<String>> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      both.add(CompletableFuture.supplyAsync(() -> Programs.run(tell, 1).simulation().digest()));
    }
    assertThat(both).extracting(CompletableFuture::join).containsOnly(alone);
  }

  @Test
  void aRealSystemBesideASimulatedOneIsReal() {
    ActorSystem<String> real =
        ActorSystem.create(
            Behaviors.receiveMessage(message -> Behaviors.stopped()),
            "real",
            QUIET.withFallback(ConfigFactory.load()));
    assertThat(Programs.run(Programs.all().get("timers"), 1).isWell()).isTrue();
    real.tell("stop");
    assertThat(real.getWhenTerminated().toCompletableFuture()).succeedsWithin(30, TimeUnit.SECONDS);
  }

  @Test
  void messagesOf100MegabytesPassThroughAHeapThatHoldsTwoOfThem() {
    Path home = Path.of(System.getProperty("java.home"));
    List<String> lines =
        new FreshJvm(home, List.of("-XX:+UseSerialGC", "-Xmx320m")).run(LargeMessages.class);
    long bytes = (long) LargeMessages.MESSAGES * LargeMessages.LENGTH;
    assertThat(lines)
        .hasSize((int) Machines.all().count())
        .allSatisfy(line -> assertThat(line).startsWith(bytes + " on "));
  }
}
