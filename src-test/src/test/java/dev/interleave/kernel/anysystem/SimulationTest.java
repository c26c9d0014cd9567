package dev.interleave.kernel.anysystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.policy.RandomOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private final List<String> heard = new ArrayList<>();

  @Test
  void messagesOfTheSetupComeInTheirOrder() {
    Simulation.of(listener()).tell("one").tell("two").tell("end").run();
    assertThat(heard).containsExactly("one", "two", "end");
  }

  @Test
  void aRunEndsAtItsLatestEnd() {
    Simulation run = Simulation.of(clockwork()).until(Duration.ofMillis(25)).run();
    assertThat(run.end()).isEqualTo(Outcome.End.UNTIL);
    assertThat(heard).hasSize(3);
  }

  @Test
  void aPolicyMayBeNamedOrMade() {
    String named = Simulation.of(listener()).policy("random").tell("end").run().digest();
    String made = Simulation.of(listener()).policy(new RandomOrder()).tell("end").run().digest();
    assertThat(made).isEqualTo(named);
  }

  @Test
  void theSystemHasItsOwnConfiguration() {
    Behavior<String> reader =
        Behaviors.setup(
            context -> {
              heard.add(context.getSystem().settings().config().getString("shop.name"));
              return Behaviors.stopped();
            });
    Simulation.of(reader).config(ConfigFactory.parseString("shop.name = corner")).run();
    assertThat(heard).containsExactly("corner");
  }

  @Test
  void aRunByConfigurationTellsItsTimeAndItsLeaks() {
    ActorSystem<String> system =
        ActorSystem.create(
            alarm(Duration.ofHours(2)), "alarm", ConfigFactory.load("interleave-simulated"));
    SimulatedRun run = SimulatedRun.of(system);
    run.await();
    assertThat(run.elapsed()).isEqualTo(Duration.ofHours(2));
    assertThat(run.leaks()).isEmpty();
  }

  private Behavior<String> listener() {
    return Behaviors.receiveMessage(
        word -> {
          heard.add(word);
          return word.equals("end") ? Behaviors.stopped() : Behaviors.same();
        });
  }

  /** Ticks at 0, 10, 20 ms and so on, for ever. */
  private Behavior<String> clockwork() {
    return Behaviors.withTimers(
        timers -> {
          timers.startTimerAtFixedRate("tick", Duration.ZERO, Duration.ofMillis(10));
          return listener();
        });
  }

  private static Behavior<String> alarm(Duration after) {
    return Behaviors.withTimers(
        timers -> {
          timers.startSingleTimer("ring", after);
          return Behaviors.receiveMessage(ring -> Behaviors.stopped());
        });
  }

  @Test
  void timesThatCannotBeAreRefused() {
    Simulation.Setup<String> setup = Simulation.of(Behaviors.empty());
    for (Duration impossible : List.of(Duration.ofNanos(-1), Duration.ofDays(300 * 365))) {
      assertThatThrownBy(() -> setup.until(impossible))
          .hasMessage("until must be at least 0 and at most 292 years, not " + impossible);
      assertThatThrownBy(() -> setup.grace(impossible)).hasMessageStartingWith("grace must be");
    }
  }
}
