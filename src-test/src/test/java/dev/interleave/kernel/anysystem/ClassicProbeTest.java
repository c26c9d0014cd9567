package dev.interleave.kernel.anysystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.testkit.javadsl.TestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pekko's classic test kit, on a system that its configuration puts into virtual time. */
@Timeout(60)
class ClassicProbeTest {
  private static final Config QUIET =
      ConfigFactory.parseString("pekko { loglevel = OFF, stdout-loglevel = OFF }");
  private static final Duration START = Duration.ofMillis(10); // the first look of a new probe

  private final ActorSystem system =
      ActorSystem.create("classic", QUIET.withFallback(ConfigFactory.load("interleave-simulated")));
  private final SimulatedRun run = SimulatedRun.of(Adapter.toTyped(system));
  private final TestKit probe = new TestKit(system);

  private void sendLater(Duration delay, Object message) {
    system
        .scheduler()
        .scheduleOnce(delay, probe.getRef(), message, system.dispatcher(), ActorRef.noSender());
  }

  private Duration elapsed() {
    return run.elapsed().minus(START);
  }

  @AfterEach
  void shutDown() {
    TestKit.shutdownActorSystem(system);
    assertThat(run.await().leaks()).isEmpty();
  }

  @Test
  void aMessageIsWaitedForInVirtualTime() {
    sendLater(Duration.ofMinutes(2), "late");
    probe.expectMsg(Duration.ofMinutes(3), "late");
    assertThat(elapsed()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void aMessageThatStaysAwayIsGivenUpAtItsTime() {
    sendLater(Duration.ofSeconds(3), "late");
    assertThatThrownBy(() -> probe.expectMsg(Duration.ofMillis(2999), "late"))
        .isInstanceOf(AssertionError.class);
    assertThat(elapsed()).isEqualTo(Duration.ofMillis(2999));
    probe.expectMsg(Duration.ofMillis(1), "late");
  }

  @Test
  void nothingComesForAsLongAsItIsTold() {
    sendLater(Duration.ofSeconds(50), "late");
    probe.expectNoMessage(Duration.ofMillis(49_999));
    assertThat(elapsed()).isEqualTo(Duration.ofMillis(49_999));
  }

  @Test
  void withinAndAwaitAssertMeasureVirtualTime() {
    sendLater(Duration.ofSeconds(5), "late");
    probe.within(Duration.ofSeconds(6), () -> probe.expectMsgEquals("late"));
    probe.awaitAssert(
        Duration.ofMinutes(1),
        Duration.ofSeconds(1),
        () -> {
          assertThat(elapsed()).isGreaterThan(Duration.ofSeconds(30));
          return elapsed();
        });
    assertThat(elapsed()).isEqualTo(Duration.ofSeconds(31));
  }

  @Test
  void aProbeOfARealSystemWaitsOnTheWallClock() {
    ActorSystem real = ActorSystem.create("real", QUIET.withFallback(ConfigFactory.load()));
    TestKit other = new TestKit(real);
    probe.expectNoMessage(Duration.ofMillis(1)); // the simulated one was spoken to last
    real.scheduler()
        .scheduleOnce(
            Duration.ofMillis(50), other.getRef(), "real", real.dispatcher(), ActorRef.noSender());
    other.expectMsg(Duration.ofMinutes(1), "real");
    TestKit.shutdownActorSystem(real);
  }
}
