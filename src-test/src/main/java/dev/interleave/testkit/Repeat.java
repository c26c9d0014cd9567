package dev.interleave.testkit;

import dev.interleave.sim.scenario.Scenario;
import dev.interleave.sim.scenario.ShellLine;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The commands that repeat one schedule of a test: the test itself, and its scenario where that is
 * all that the test runs. They may be pasted as they stand.
 */
record Repeat(KernelTest test, long seed, Class<?> testClass, Method method) {
  static final String SEED = "interleave.seed";
  private static final String OURS = "dev.interleave.";

  static Repeat of(KernelTest test, long seed, ExtensionContext context) {
    return new Repeat(test, seed, context.getRequiredTestClass(), context.getRequiredTestMethod());
  }

  @Override
  public String toString() {
    String text = "seed " + seed + " failed; repeat it:\n  " + ofTest();
    return runsTheScenario() ? text + "\nor:\n  " + ofScenario() : text;
  }

  private String ofTest() {
    String name = testClass.getName() + "#" + method.getName();
    return "mvn test -Dtest='" + name + "' -D" + SEED + "=" + seed;
  }

  private boolean runsTheScenario() {
    return Arrays.asList(method.getParameterTypes()).contains(ScenarioBench.class);
  }

  private String ofScenario() {
    TestScenario wanted = new TestScenario(test, seed);
    Scenario scenario = wanted.load(testClass);
    List<String> words = new ArrayList<>(List.of("interleave", "run"));
    words.add(wanted.isInline() ? "-" : wanted.file(testClass));
    wanted.sets().forEach(set -> words.addAll(List.of("--set", set)));
    if (needsPlugin(scenario)) {
      words.addAll(List.of("--plugin", "target"));
    }
    String command = new ShellLine(scenario.environment(), words).toString();
    return wanted.isInline() ? command + " <<'END'\n" + test.value().strip() + "\nEND" : command;
  }

  private static boolean needsPlugin(Scenario scenario) {
    return scenario.plan().parts().stream()
        .anyMatch(part -> !TestScenario.classOf(part).getName().startsWith(OURS));
  }
}
