package dev.interleave.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.anysystem.SimulatedRun;
import dev.interleave.kernel.anysystem.Simulation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.apache.pekko.actor.typed.ActorSystem;
import org.junit.jupiter.api.Test;

/** The code of the page about simulating somebody else's actors; it shows parts of this. */
class SimulatingTest {
  /** A schedule that loses one. */
  private static final long FOUND = 3;

  @Test
  void anHourTakesNoTime() {
    CompletableFuture<Integer> balance = new CompletableFuture<>();
    Simulation run = Simulation.of(Bank.guardian(balance)).cores(2).run();
    assertThat(run.elapsed()).isEqualTo(Duration.ofHours(1));
    assertThat(balance.join()).isEqualTo(20);
  }

  private int balance(long seed) {
    CompletableFuture<Integer> balance = new CompletableFuture<>();
    Simulation.of(Bank.guardian(balance)).policy("random").seed(seed).run();
    return balance.join();
  }

  @Test
  void someSchedulesLoseADeposit() {
    assertThat(LongStream.rangeClosed(1, 20).boxed().map(this::balance)).contains(10, 20);
    assertThat(balance(FOUND)).isEqualTo(10);
  }

  @Test
  void configurationAloneDoesIt() {
    Config config = ConfigFactory.load("interleave-simulated");
    CompletableFuture<Integer> balance = new CompletableFuture<>();
    ActorSystem<Integer> system = ActorSystem.create(Bank.guardian(balance), "bank", config);
    Simulation run = SimulatedRun.of(system).await();
    assertThat(run.end()).isEqualTo(Outcome.End.FINISHED);
    assertThat(run.elapsed()).isEqualTo(Duration.ofHours(1));
    assertThat(run.leaks()).isEmpty();
  }

  @Test
  void applicationConfIncludesItAndSaysMore() {
    Config config =
        ConfigFactory.parseString(
                """
                include "interleave-simulated"
                interleave.simulated { cores = 2, seed = 7, policy { type = random }, until = 10 m }
                """)
            .withFallback(ConfigFactory.load());
    ActorSystem<Integer> system =
        ActorSystem.create(Bank.guardian(new CompletableFuture<>()), "bank", config);
    Simulation run = SimulatedRun.of(system).await();
    assertThat(run.end()).isEqualTo(Outcome.End.UNTIL);
    assertThat(run.elapsed()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void eachSeedIsTheSameAgain() {
    String digest = Simulation.of(Bank.guardian(new CompletableFuture<>())).seed(7).run().digest();
    assertThat(Simulation.of(Bank.guardian(new CompletableFuture<>())).seed(7).run().digest())
        .isEqualTo(digest);
  }
}
