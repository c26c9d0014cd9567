package dev.interleave.testkit.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Policy;
import dev.interleave.testkit.PolicyContract;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A contract that catches nothing is no contract: each broken policy fails at least one rule. */
class BrokenPoliciesTest {

  static Stream<Arguments> policies() {
    return BrokenPolicies.all().entrySet().stream()
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("policies")
  void isCaught(String fault, Supplier<Policy> policy) {
    PolicyContract contract = policy::get;
    List<String> caughtBy = new ArrayList<>();
    check("noReadyTaskIsLost", contract::noReadyTaskIsLost, caughtBy);
    check("everyTaskIsServedWhatItOwes", contract::everyTaskIsServedWhatItOwes, caughtBy);
    check(
        "noTaskRunsTwiceAndNoCoreIdlesWithReadyWork",
        contract::noTaskRunsTwiceAndNoCoreIdlesWithReadyWork,
        caughtBy);
    check("sameInputGivesTheSameOrder", contract::sameInputGivesTheSameOrder, caughtBy);
    assertThat(caughtBy).as(fault).isNotEmpty();
  }

  private static void check(String rule, Runnable test, List<String> caughtBy) {
    try {
      test.run();
    } catch (AssertionError caught) {
      caughtBy.add(rule);
    }
  }
}
