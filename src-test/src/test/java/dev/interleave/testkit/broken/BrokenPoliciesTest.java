package dev.interleave.testkit.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.kernel.policy.Policy;
import dev.interleave.testkit.PolicyContract;
import dev.interleave.testkit.broken.BrokenPolicies.Broken;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A contract that catches nothing is no contract: each broken policy fails the rule of its fault.
 */
class BrokenPoliciesTest {
  private static final Rules<PolicyContract> RULES = new Rules<>(PolicyContract.class);

  /** What each of them is without its fault. */
  @Nested
  class WithoutAFault implements PolicyContract {
    @Override
    public Policy policy() {
      return new InOrder();
    }
  }

  static List<Broken> policies() {
    return BrokenPolicies.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("policies")
  void isCaught(Broken broken) {
    PolicyContract contract = broken.policy()::get;
    assertThatThrownBy(() -> RULES.check(contract, broken.rule()))
        .as(broken.toString())
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void everyRuleCatchesOne() {
    assertThat(policies()).extracting(Broken::rule).containsOnlyElementsOf(RULES.names());
    assertThat(policies()).extracting(Broken::rule).containsAll(RULES.names());
  }

  @Test
  void theManualHasThemInItsTable() {
    String manual = Manual.page("writing-a-policy.md");
    assertThat(policies())
        .allSatisfy(
            broken -> assertThat(manual).contains("| " + broken.fault() + " | `" + broken.rule()));
  }
}
