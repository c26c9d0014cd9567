package dev.interleave.kernel.anysystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.interleave.testkit.jvm.FreshJvm;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pekko's own test kit, on a system that its configuration puts into virtual time. */
@Timeout(60)
class ProbeTest {
  private static final Config QUIET =
      ConfigFactory.parseString("pekko { loglevel = OFF, stdout-loglevel = OFF }");

  private final ActorTestKit kit = simulated();
  private final SimulatedRun run = SimulatedRun.of(kit.system());

  static ActorTestKit simulated() {
    return ActorTestKit.create(QUIET.withFallback(ConfigFactory.load("interleave-simulated")));
  }

  record Ask(int number, ActorRef<Integer> replyTo) {}

  static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  /** Answers half a second later. */
  static Behavior<Ask> slow() {
    return Behaviors.receive(
        (context, ask) -> {
          context.scheduleOnce(ms(500), ask.replyTo(), ask.number());
          return Behaviors.same();
        });
  }

  /** Has always something to do. */
  static Behavior<Integer> restless() {
    return Behaviors.withTimers(
        timers -> {
          timers.startTimerAtFixedRate(1, ms(1));
          return Behaviors.receiveMessage(
              number -> number < 0 ? Behaviors.stopped() : Behaviors.same());
        });
  }

  @AfterEach
  void shutDown() {
    kit.shutdownTestKit();
  }

  @Test
  void aProbeWaitsAsLongAsItIsToldInVirtualTime() {
    TestProbe<Integer> probe = kit.createTestProbe();
    kit.spawn(restless());
    kit.spawn(slow()).tell(new Ask(7, probe.getRef()));
    probe.expectNoMessage(ms(499));
    assertThat(run.elapsed()).isEqualTo(ms(499));
    probe.expectMessage(ms(1), 7);
    assertThat(run.elapsed()).isEqualTo(ms(500));
    assertThat(run.leaks()).isEmpty();
  }

  @Test
  void aMessageThatStaysAwayIsGivenUpAtItsTime() {
    TestProbe<Integer> probe = kit.createTestProbe();
    assertThatThrownBy(() -> probe.expectMessage(Duration.ofHours(1), 7))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("timeout");
    assertThat(run.elapsed()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void whatIsLeftOfAWithinAndThePausesOfAnAwaitAreVirtual() {
    TestProbe<Integer> probe = kit.createTestProbe();
    ActorRef<Ask> slow = kit.spawn(slow());
    probe.within(
        ms(700),
        () -> {
          slow.tell(new Ask(1, probe.getRef()));
          probe.expectMessage(1);
          assertThat(probe.getRemaining()).isEqualTo(ms(200));
          return 1;
        });
    probe.awaitAssert(
        Duration.ofMinutes(1),
        ms(100),
        () -> {
          assertThat(run.elapsed()).isGreaterThan(ms(900));
          return 1;
        });
    assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void theEndOfAnActorIsAwaited() {
    TestProbe<Integer> probe = kit.createTestProbe();
    ActorRef<Integer> restless = kit.spawn(restless());
    kit.scheduler().scheduleOnce(ms(30), () -> restless.tell(-1), kit.system().executionContext());
    probe.expectTerminated(restless, Duration.ofSeconds(1));
    assertThat(run.elapsed()).isEqualTo(ms(30));
  }

  @Test
  void aTestIsTheSameInAnyJvm() {
    Set<List<String>> seen = new HashSet<>();
    FreshJvm.several(3).forEach(jvm -> seen.add(jvm.run(ProbedMain.class)));
    assertThat(seen).singleElement().asList().hasSize(1);
  }

  @Test
  void whoWaitsForARunThatFailsGivesUp() {
    TestProbe<Integer> probe = kit.createTestProbe();
    ActorRef<Integer> restless = kit.spawn(restless());
    new Thread(() -> tellInTheMiddleOfTheRun(restless)).start();
    assertThatThrownBy(() -> probe.expectMessage(Duration.ofDays(100_000), 7))
        .isInstanceOf(AssertionError.class);
    assertThat(run.await().failure().orElseThrow()).startsWith("leak: ");
  }

  private void tellInTheMiddleOfTheRun(ActorRef<Integer> restless) {
    while (run.elapsed().isZero()) {
      Thread.onSpinWait();
    }
    restless.tell(1);
  }

  @Test
  void aLimitEndsThoughTheMachineEndsBeforeIt() {
    TestProbe<Integer> probe = kit.createTestProbe();
    probe.expectNoMessage(Duration.ofDays(50_000));
    assertThatThrownBy(
            () ->
                probe.awaitAssert(
                    ms(50),
                    ms(1),
                    () -> {
                      kit.system().terminate();
                      run.await();
                      throw new AssertionError("not yet");
                    }))
        .hasMessage("not yet");
  }

  @Test
  void aProbeOfARealSystemKeepsToTheWallClock() {
    ActorTestKit real = ActorTestKit.create(QUIET.withFallback(ConfigFactory.load()));
    try {
      TestProbe<Integer> probe = real.createTestProbe();
      real.spawn(slow()).tell(new Ask(7, probe.getRef()));
      probe.expectMessage(Duration.ofMinutes(1), 7);
      assertThat(run.elapsed()).isEqualTo(Duration.ZERO);
    } finally {
      real.shutdownTestKit();
    }
  }

  @Test
  void aProbeWaitsInTheTimeOfItsOwnSystemWhereverItsThreadSpokeLast() {
    ActorTestKit other = simulated();
    ActorTestKit real = ActorTestKit.create(QUIET.withFallback(ConfigFactory.load()));
    try {
      TestProbe<Integer> mine = kit.createTestProbe();
      TestProbe<Integer> its = other.createTestProbe();
      TestProbe<Integer> wall = real.createTestProbe();
      real.spawn(slow()).tell(new Ask(1, wall.getRef()));
      other.spawn(slow()).tell(new Ask(2, its.getRef()));
      kit.spawn(restless());
      wall.expectMessage(Duration.ofMinutes(1), 1);
      its.expectMessage(ms(500), 2);
      its.expectNoMessage(ms(100));
      assertThat(SimulatedRun.of(other.system()).elapsed()).isEqualTo(ms(600));
      Duration before = run.elapsed();
      mine.expectNoMessage(Duration.ofMinutes(1));
      assertThat(run.elapsed()).isEqualTo(before.plusMinutes(1));
    } finally {
      real.shutdownTestKit();
      other.shutdownTestKit();
    }
  }

  @Test
  void manualTimeIsRefusedByName() {
    Config both = ManualTime.config().withFallback(ConfigFactory.load("interleave-simulated"));
    assertThatThrownBy(() -> ActorTestKit.create(both))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ExplicitlyTriggeredScheduler")
        .hasMessageContaining("pekko.scheduler.implementation");
  }
}
