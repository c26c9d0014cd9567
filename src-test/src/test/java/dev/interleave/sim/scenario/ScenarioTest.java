package dev.interleave.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.MailboxSettings;
import dev.interleave.kernel.Overflow;
import dev.interleave.kernel.Part;
import dev.interleave.kernel.RestartSettings;
import dev.interleave.kernel.TaskSettings;
import dev.interleave.kernel.config.UnreadableFile;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.RoundRobin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioTest {

  @TempDir Path folder;

  private Loading load = new Loading(Path.of(""));

  @BeforeEach
  void inTheFolder() {
    load = new Loading(folder);
  }

  @Test
  void aFileBecomesAPlan() {
    Scenario scenario =
        load.text(
            """
            # A lamp.
            // It shines.

            dispatcher { type = simulated, cores = 3, seed = -1, switch-cost = 2 us }
            policy { type = round-robin, quantum = 1 ms }
            until = 10 s
            drivers {
              l { type = lamp, colour = red, uses = [a]
                  priority = 3, weight = 2, deadline = 5 ms
                  mailbox { capacity = 7, overflow = drop-oldest }
                  costs { switch-on = 5 us }
                  restart { limit = 0 } }
              a { type = lamp }
            }
            programs { p { type = idler, uses = [l] } }
            """);
    assertThat(scenario.description()).isEqualTo("A lamp.\nIt shines.");
    assertThat(scenario.plan().machine())
        .isEqualTo(
            new Machine.Simulated(
                3,
                -1,
                Duration.ofNanos(2_000),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                1_000_000,
                Machine.Requeue.AFTER_ARRIVALS,
                1));
    assertThat(scenario.plan().policy()).isEqualTo(new RoundRobin(Duration.ofMillis(1)));
    assertThat(scenario.plan().until()).contains(Duration.ofSeconds(10));
    assertThat(scenario.plan().parts()).extracting(Part::name).containsExactly("l", "a", "p");
    assertThat(scenario.plan().parts().get(0))
        .isEqualTo(
            new Part.DriverPart(
                "l",
                new Lamp(Duration.ofMillis(4), "red"),
                List.of("a"),
                new TaskSettings(
                    3,
                    2,
                    Optional.of(Duration.ofMillis(5)),
                    new MailboxSettings(7, Overflow.DROP_OLDEST),
                    Map.of("switch-on", Duration.ofNanos(5_000)),
                    new RestartSettings(0, Duration.ofMillis(1), Duration.ofSeconds(1)))));
  }

  @Test
  void everythingHasADefault() {
    Scenario scenario = load.text("drivers { l { type = lamp } }");
    assertThat(scenario.plan().machine()).isEqualTo(new Machine.OneThread(42));
    assertThat(scenario.plan().policy()).isEqualTo(new Fifo());
    assertThat(scenario.plan().until()).isEmpty();
    assertThat(scenario.plan().parts().get(0).task()).isEqualTo(TaskSettings.DEFAULT);
    assertThat(scenario.description()).isEmpty();
  }

  @Test
  void multicoreTakesAllCoresOfTheHostUnlessTold() {
    assertThat(load.text("dispatcher { type = multicore }").plan().machine().cores())
        .isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(load.text("dispatcher { type = multicore, cores = 3 }").plan().machine().cores())
        .isEqualTo(3);
  }

  @Test
  void switchingTheDispatcherIsOneSetting() {
    String file = "dispatcher { type = simulated, cores = 4, switch-cost = 1 us, seed = 7 }";
    assertThat(load.text(file, "dispatcher.type=one-thread").plan().machine())
        .isEqualTo(new Machine.OneThread(7));
    assertThat(load.text(file, "dispatcher.type=multicore").plan().machine())
        .isEqualTo(new Machine.Multicore(4, 7));
  }

  @Test
  void anotherPolicyLeavesTheFilesSettingsBehind() {
    String file = "policy { type = round-robin, quantum = 4 ms }";
    assertThat(load.text(file, "policy.type=fifo").plan().policy()).isEqualTo(new Fifo());
    assertThat(load.headlines("policy { type = fifo, quantum = 4 ms }"))
        .containsExactly("lab.conf:1: unknown setting 'quantum' of fifo (there are none)");
  }

  @Test
  void anOverrideMayBeginWithTheNameOfAComponent() {
    String file = "drivers { l { type = lamp, colour = red } }";
    for (String set : List.of("l.colour=blue", "drivers.l.colour=blue")) {
      Part part = load.text(file, set).plan().parts().get(0);
      assertThat(((Part.DriverPart) part).driver()).extracting("colour").isEqualTo("blue");
    }
  }

  @Test
  void laterOverridesWin() {
    assertThat(load.text("", "until=1 s", "until=2 s").plan().until())
        .contains(Duration.ofSeconds(2));
  }

  @Test
  void nullTakesBackWhatTheFileSays() {
    Scenario scenario =
        load.text(
            "until = 1 s\ndrivers { l { type = lamp }, m { type = lamp } }",
            "until=null",
            "l=null");
    assertThat(scenario.plan().until()).isEmpty();
    assertThat(scenario.plan().parts()).extracting(Part::name).containsExactly("m");
  }

  @Test
  void aScenarioMayBeJson() {
    Path file = load.write("lab.json", "{ \"drivers\": { \"l\": { \"type\": \"lamp\" } } }");
    assertThat(load.file(file.toString()).name()).isEqualTo("lab");
  }

  @Test
  void overridesReachSubstitutions() {
    String file = "let { wait = 1 s }\nuntil = ${let.wait}";
    assertThat(load.text(file, "let.wait=3 s").plan().until()).contains(Duration.ofSeconds(3));
  }

  @Test
  void theEnvironmentIsReadWhereTheFileAsksForIt() {
    Loading withCores = new Loading(folder, Map.of("CORES", "5"));
    String file = "dispatcher { type = simulated, cores = 1, cores = ${?CORES} }";
    assertThat(withCores.text(file).plan().machine().cores()).isEqualTo(5);
    assertThat(load.text(file).plan().machine().cores()).isEqualTo(1);
  }

  @Test
  void untilZeroIsAnEndAtOnce() {
    assertThat(load.text("until = 0").plan().until()).contains(Duration.ZERO);
  }

  @Test
  void aShippedScenarioIsFoundByShortName() {
    load.write("config/scenarios/hello.conf", "# Hello.\ndrivers { l { type = lamp } }");
    assertThat(load.file("hello").name()).isEqualTo("hello");
    assertThat(load.file("hello.conf").description()).isEqualTo("Hello.");
    assertThatThrownBy(() -> load.file("helo"))
        .isInstanceOf(UnreadableFile.class)
        .hasMessage("there is no scenario helo; did you mean 'hello'?");
  }

  @Test
  void aPathIsFoundAndNamesTheScenario() {
    Path file = load.write("my lab.conf", "drivers { l { type = lamp } }");
    assertThat(load.file(file.toString()).name()).isEqualTo("my lab");
    assertThatThrownBy(() -> load.file(folder.toString()))
        .isInstanceOf(UnreadableFile.class)
        .hasMessage(folder + " is a folder, not a scenario");
  }

  @Test
  void manyComponentsKeepTheirOrder() {
    StringBuilder text = new StringBuilder("drivers {\n");
    for (int i = 999; i >= 0; i--) {
      text.append("d").append(i).append(" { type = lamp }").append(i % 3 == 0 ? "\n" : ", ");
    }
    List<Part> parts = load.text(text.append("}").toString()).plan().parts();
    assertThat(parts).hasSize(1_000);
    assertThat(parts).extracting(Part::name).startsWith("d999", "d998").endsWith("d1", "d0");
  }
}
