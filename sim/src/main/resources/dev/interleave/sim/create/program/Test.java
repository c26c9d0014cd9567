package {{package}};

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.testkit.KernelTest;
import dev.interleave.testkit.ScenarioBench;
import java.time.Duration;

class {{Name}}Test {

  @KernelTest(value = "{{short}}.conf", sets = "dispatcher.cores = 2")
  void twoOfThemWorkSideBySideOnTwoCores(ScenarioBench scenario) {
    assertThat(scenario.run().outcome().elapsed()).isEqualTo(Duration.ofMillis(50));
  }

  @KernelTest(value = "{{short}}.conf", seeds = 20)
  void everyScheduleKeepsWhatTheScenarioExpects(ScenarioBench scenario) {
    assertThat(scenario.unmet()).isEmpty();
  }
}
