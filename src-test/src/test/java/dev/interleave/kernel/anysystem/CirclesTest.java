package dev.interleave.kernel.anysystem;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work of no task that goes round in circles at one instant. */
@Timeout(120)
class CirclesTest {
  private static final Config LIMITED =
      ConfigFactory.parseString("interleave.simulated.turns-per-instant = 1000")
          .withFallback(ConfigFactory.load("interleave-simulated"));

  private final List<String> ended = new ArrayList<>();

  @Test
  void workThatSubmitsItselfForEverDoesNotKeepTasksFromTheirEnd() {
    Behavior<String> guardian =
        Behaviors.setup(
            context -> {
              context.spawn(tellsItsEnd("anna"), "anna");
              context.spawn(tellsItsEnd("bert"), "bert");
              forEver(context.getExecutionContext());
              return Behaviors.empty();
            });
    ActorSystem<String> system = ActorSystem.create(guardian, "circles", LIMITED);
    Simulation run = SimulatedRun.of(system).await();
    assertThat(run.failure())
        .contains("more than 1000 turns at one instant (0 ns): system work goes round in circles");
    assertThat(ended).containsExactlyInAnyOrder("anna", "bert");
  }

  private static void forEver(Executor executor) {
    executor.execute(() -> forEver(executor));
  }

  private Behavior<String> tellsItsEnd(String name) {
    return Behaviors.receive(String.class)
        .onSignal(
            PostStop.class,
            end -> {
              ended.add(name);
              return Behaviors.same();
            })
        .build();
  }
}
