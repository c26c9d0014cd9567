package {{package}};

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Policy;
import dev.interleave.testkit.KernelTest;
import dev.interleave.testkit.PolicyContract;
import dev.interleave.testkit.ScenarioBench;
import java.time.Duration;

/** What every policy keeps, and what this one is for. */
class {{Name}}Test implements PolicyContract {

  @Override
  public Policy policy() {
    return new {{Name}}(Duration.ofMillis(1));
  }

  @KernelTest("{{short}}.conf")
  void shortTaskDoesNotWaitForTheLongOne(ScenarioBench scenario) {
    assertThat(scenario.unmet()).isEmpty();
  }
}
