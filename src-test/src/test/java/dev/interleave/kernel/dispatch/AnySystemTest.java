package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import dev.interleave.kernel.Machine;
import dev.interleave.kernel.config.MistakesFound;
import dev.interleave.kernel.dispatch.AnySystemSettings.Leaks;
import dev.interleave.kernel.dispatch.AnySystemSettings.LoadedEarly;
import dev.interleave.kernel.dispatch.AnySystemSettings.Outside;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.RandomOrder;
import dev.interleave.kernel.policy.RoundRobin;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnySystemTest {
  private static AnySystem of(String settings) {
    return AnySystem.of(
        ConfigFactory.parseString(settings)
            .withFallback(ConfigFactory.load("interleave-simulated")));
  }

  @Test
  void nothingNeedsToBeSaid() {
    AnySystem system = of("");
    assertThat(system.policy()).isEqualTo(new Fifo());
    assertThat(system.machine().cores()).isEqualTo(1);
    assertThat(system.machine().seed()).isEqualTo(42);
    assertThat(system.machine().pace()).isZero();
    assertThat(system.settings())
        .isEqualTo(
            new AnySystemSettings(
                Optional.empty(),
                Leaks.FAIL,
                Outside.KNOWN,
                Duration.ofMillis(200),
                0,
                LoadedEarly.REFUSE));
  }

  @Test
  void theMachineIsADispatchersWithTheSettingsOfARunBesideIt() {
    AnySystem system =
        of(
            "interleave.simulated { cores = 3, seed = 9, message-cost = 2 ms, until = 1 h,"
                + " leaks = count, outside = any, grace = 2 s, events = 5, loaded-early = report,"
                + " requeue = before-arrivals }");
    assertThat(system.machine())
        .extracting(
            Machine.Simulated::cores,
            Machine.Simulated::seed,
            Machine.Simulated::messageCost,
            Machine.Simulated::requeue)
        .containsExactly(3, 9L, Duration.ofMillis(2), Machine.Requeue.BEFORE_ARRIVALS);
    assertThat(system.settings())
        .isEqualTo(
            new AnySystemSettings(
                Optional.of(Duration.ofHours(1)),
                Leaks.COUNT,
                Outside.ANY,
                Duration.ofSeconds(2),
                5,
                LoadedEarly.REPORT));
  }

  @Test
  void aPolicyIsABlockOrAName() {
    assertThat(of("interleave.simulated.policy = random").policy()).isEqualTo(new RandomOrder());
    assertThat(of("interleave.simulated.policy { type = round-robin, quantum = 4 ms }").policy())
        .isEqualTo(new RoundRobin(Duration.ofMillis(4)));
  }

  @Test
  void aPolicyIsFoundAlsoOnAThreadWithoutAClassLoader() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(null);
    try {
      assertThat(
              AnySystem.of(
                      ConfigFactory.parseString("interleave.simulated.policy = random")
                          .withFallback(ConfigFactory.load(before, "interleave-simulated")))
                  .policy())
          .isEqualTo(new RandomOrder());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void allMistakesAreToldAtOnce() {
    assertThatThrownBy(
            () ->
                of(
                    "interleave.simulated { cores = 0, evnts = 3, leaks = never, policy = none }\n"
                        + "mine.type = PinnedDispatcher"))
        .isInstanceOf(MistakesFound.class)
        .hasMessageContainingAll(
            "cores", "unknown setting 'evnts'", "leaks", "none", "the dispatcher mine");
  }

  @Test
  void aMisspeltKeyIsToldWithItsOwnFileAndLine() {
    String text =
        """
        interleave.simulated {
          coers = 4
          policy {
            type = round-robin
            quantm = 1 ms
          }
        }
        """;
    Config config =
        ConfigFactory.parseString(
                text, ConfigParseOptions.defaults().setOriginDescription("app.conf"))
            .withFallback(ConfigFactory.load("interleave-simulated"));
    assertThatThrownBy(() -> AnySystem.of(config))
        .isInstanceOf(MistakesFound.class)
        .hasMessageContainingAll(
            "app.conf:2: unknown setting 'coers' of interleave.simulated; did you mean 'cores'?",
            "app.conf:5: unknown setting 'quantm' of round-robin; did you mean 'quantum'?")
        .hasMessageNotContaining("reference.conf");
  }
}
