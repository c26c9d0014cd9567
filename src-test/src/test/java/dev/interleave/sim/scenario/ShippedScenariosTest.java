package dev.interleave.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in {@code config/scenarios} is understood, whatever dispatcher is chosen. */
class ShippedScenariosTest {

  private static final Surroundings HERE =
      Surroundings.ofProcess(ShippedScenariosTest.class.getClassLoader());

  static Stream<String> names() {
    return ShippedScenarios.of(HERE).names().stream();
  }

  @Test
  void thereAreSome() {
    assertThat(names()).contains("workqueue");
  }

  @ParameterizedTest
  @MethodSource("names")
  void itIsUnderstoodOnEveryDispatcher(String name) {
    for (String dispatcher : List.of("one-thread", "multicore", "simulated")) {
      Scenario scenario = Scenario.load(name, List.of("dispatcher.type=" + dispatcher), HERE);
      assertThat(scenario.name()).isEqualTo(name);
      assertThat(scenario.plan().parts()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void itBeginsWithItsIdea(String name) {
    assertThat(Scenario.load(name, List.of(), HERE).description()).contains("\n").contains(".");
  }
}
