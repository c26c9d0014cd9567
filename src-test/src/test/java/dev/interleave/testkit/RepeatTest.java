package dev.interleave.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.interleave.sim.cli.Cli;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A schedule that fails is found, named, and repeated by what is printed. */
class RepeatTest {
  private static final String SCENARIO =
      """
      drivers { pile { type = store } }
      programs {
        puts { uses = [pile], steps = [ { compute = 1 ms }, { ask = pile, put {} } ] }
        takes { uses = [pile], steps = [ { ask = pile, take {} } ] }
      }
      # whoever "takes" first waits, isn't that so?
      expect = [ "pile.take-wait.max < 1 us" ]
      """;

  /** Not a test of ours: some schedules of it fail. */
  static class SomeSchedulesFail {
    @KernelTest(value = SCENARIO, seeds = 100)
    void takesAfterItWasPut(ScenarioBench scenario) {
      assertThat(scenario.unmet()).isEmpty();
    }
  }

  private record Ran(List<String> passed, List<String> failed, List<Throwable> failures)
      implements TestExecutionListener {
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        result.getThrowable().ifPresent(failures::add);
        boolean well = result.getThrowable().isEmpty();
        (well ? passed : failed).add(test.getDisplayName());
      }
    }

    String repeat() {
      return failures.get(0).getSuppressed()[0].getMessage();
    }
  }

  private static Ran run(Map<String, String> parameters) {
    Ran ran = new Ran(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    LauncherConfig plain =
        LauncherConfig.builder().enableLauncherSessionListenerAutoRegistration(false).build();
    Launcher launcher = LauncherFactory.create(plain);
    launcher.execute(
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(SomeSchedulesFail.class))
            .configurationParameters(parameters)
            .build(),
        ran);
    return ran;
  }

  @Test
  void theFirstScheduleThatFailsIsTheLastThatRuns() {
    Ran ran = run(Map.of());
    assertThat(ran.failed()).hasSize(1);
    assertThat(ran.passed().size()).isLessThan(99);
    assertThat(ran.failed().get(0)).isEqualTo("seed " + (42 + ran.passed().size()));
  }

  @Test
  void theTestIsRepeatedWithThatSeedAlone() {
    Ran ran = run(Map.of());
    Matcher command =
        Pattern.compile("mvn test -Dtest='([^']+)' -D(\\S+)=(\\d+)").matcher(ran.repeat());
    assertThat(command.find()).isTrue();
    assertThat(command.group(1))
        .isEqualTo(SomeSchedulesFail.class.getName() + "#takesAfterItWasPut");
    Ran again = run(Map.of(command.group(2), command.group(3)));
    assertThat(again.passed()).isEmpty();
    assertThat(again.failed()).isEqualTo(ran.failed());
    assertThat(again.failures().get(0)).hasMessage(ran.failures().get(0).getMessage());
  }

  @Test
  void theScenarioIsRepeatedByItsCommandWithItsText() {
    Matcher command =
        Pattern.compile("  interleave (run .*) <<'END'\n(.*)\nEND", Pattern.DOTALL)
            .matcher(run(Map.of()).repeat());
    assertThat(command.find()).isTrue();
    Cli cli = Cli.piping(command.group(2), command.group(1).split(" "));
    assertThat(cli.code()).as(cli.err()).isEqualTo(99);
    assertThat(cli.err()).contains("pile.take-wait.max < 1 us");
  }
}
