package dev.interleave.kernel.anysystem;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.redefine.Redefinition;
import java.time.Duration;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.pattern.Patterns;
import org.apache.pekko.routing.BalancingPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BalancingPoolTest {
  private static final Config QUIET =
      ConfigFactory.parseString("pekko { loglevel = OFF, stdout-loglevel = OFF }");

  /** Sends back what it is sent. */
  static final class Echo extends AbstractActor {
    @Override
    public Receive createReceive() {
      return receiveBuilder().matchAny(word -> getSender().tell(word, getSelf())).build();
    }
  }

  private static Props pool() {
    return new BalancingPool(2).props(Props.create(Echo.class));
  }

  @Test
  void aSimulatedRunFailsAndNamesIt() {
    ActorSystem<String> system =
        ActorSystem.create(
            Behaviors.setup(
                context -> {
                  Adapter.actorOf(context, pool(), "pool");
                  return Behaviors.empty();
                }),
            "pools",
            QUIET.withFallback(ConfigFactory.load("interleave-simulated")));
    Simulation run = SimulatedRun.of(system).await();
    assertThat(run.end()).isEqualTo(Outcome.End.FAILED);
    assertThat(run.failure())
        .contains(
            "a BalancingPool (BalancingPool-/pool) has threads of its own, which are not simulated;"
                + " use another pool");
  }

  @Test
  void aRealSystemHasItAsEver() throws Exception {
    Redefinition.loadedEarly();
    var real =
        org.apache.pekko.actor.ActorSystem.create(
            "pools", QUIET.withFallback(ConfigFactory.load()));
    assertThat(
            Patterns.ask(real.actorOf(pool(), "pool"), "word", Duration.ofMinutes(1))
                .toCompletableFuture()
                .get())
        .isEqualTo("word");
    real.terminate();
  }
}
