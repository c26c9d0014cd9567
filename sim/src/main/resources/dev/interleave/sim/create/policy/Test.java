package {{package}};

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Policy;
import dev.interleave.testkit.KernelTest;
import dev.interleave.testkit.PolicyContract;
import dev.interleave.testkit.ScenarioBench;
import dev.interleave.testkit.timeline.Bursts;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every policy keeps, and what this one is for. */
class {{Name}}Test implements PolicyContract {

  @Override
  public Policy policy() {
    return new {{Name}}(Duration.ofMillis(1));
  }

  @Test
  void whoWasServedLeastGoesFirst() {
    String drawn = Bursts.on(1, policy()).burst("a", 0, 4).burst("b", 1, 2).drawn();
    assertThat(drawn).isEqualTo("ababaa");
  }

  @KernelTest("{{short}}.conf")
  void shortTaskDoesNotWaitForTheLongOne(ScenarioBench scenario) {
    assertThat(scenario.unmet()).isEmpty();
  }
}
