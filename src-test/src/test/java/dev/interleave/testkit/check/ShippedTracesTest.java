package dev.interleave.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.drivers.LentHost;
import dev.interleave.drivers.keyboard.HostKeyboard;
import dev.interleave.drivers.keyboard.TypedBytes;
import dev.interleave.kernel.Machine;
import dev.interleave.kernel.Outcome;
import dev.interleave.kernel.Plan;
import dev.interleave.kernel.config.Kind;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Priority;
import dev.interleave.kernel.policy.RoundRobin;
import dev.interleave.kernel.runtime.Kernel;
import dev.interleave.kernel.trace.Event;
import dev.interleave.sim.scenario.Scenario;
import dev.interleave.sim.scenario.ShippedScenarios;
import dev.interleave.sim.scenario.Surroundings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The checker over the trace of every shipped scenario, under every policy, on 1, 2 and 4 cores.
 */
class ShippedTracesTest {
  private static final Surroundings HERE =
      Surroundings.ofProcess(ShippedTracesTest.class.getClassLoader());

  private static final String SESSION = "echo hello\nsum 1000000\nping host\nexit\n";

  /** Beside each shipped policy as it is by default. */
  private static final List<Policy> MORE =
      List.of(
          new RoundRobin(Duration.ofNanos(10_007)),
          new Priority(false, Duration.ZERO),
          new Priority(true, Duration.ofMillis(1)));

  static Stream<String> names() {
    return ShippedScenarios.of(HERE).names().stream();
  }

  /** All but the desktop, whose display paints at a refresh whatever has changed until then. */
  static Stream<String> withSettledWork() {
    return names().filter(name -> !name.equals("desktop"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyPromiseIsKept(String name) {
    everywhere(
        name,
        plan -> {
          List<Event> events = events(plan);
          for (Check check : checks(plan)) {
            assertThat(check.in(events))
                .as("%s on %s, %s", plan.policy(), plan.machine(), check.getClass().getSimpleName())
                .isEmpty();
          }
        });
  }

  @ParameterizedTest
  @MethodSource("withSettledWork")
  void noScheduleChangesHowMuchCpuTimeIsServed(String name) {
    Set<Long> served = new TreeSet<>();
    everywhere(name, plan -> served.add(served(events(plan))));
    assertThat(served).hasSize(1);
  }

  private static void everywhere(String name, Consumer<Plan> property) {
    for (int cores : new int[] {1, 2, 4}) {
      for (String policy : load(name, "fifo").types().names(Kind.POLICY)) {
        Plan plan = load(name, policy).plan();
        property.accept(on(plan, cores, plan.policy()));
      }
      Plan plan = load(name, "fifo").plan();
      MORE.forEach(policy -> property.accept(on(plan, cores, policy)));
    }
  }

  private static Scenario load(String name, String policy) {
    return Scenario.load(name, List.of("dispatcher.type=simulated", "policy.type=" + policy), HERE);
  }

  private static Plan on(Plan plan, int cores, Policy policy) {
    Machine machine = Machine.Simulated.of(cores, plan.machine().seed());
    return new Plan(plan.name(), machine, policy, plan.until(), plan.parts());
  }

  private static List<Event> events(Plan plan) {
    List<Event> events = new ArrayList<>();
    LentHost host = new LentHost().with(HostKeyboard.class, TypedBytes.pipe(SESSION));
    Outcome outcome = Kernel.boot(plan, List.of(events::add), host).run();
    assertThat(outcome.end()).as("%s", outcome).isNotEqualTo(Outcome.End.FAILED);
    return events;
  }

  private static long served(List<Event> events) {
    return events.stream()
        .filter(Event.Left.class::isInstance)
        .mapToLong(event -> ((Event.Left) event).served())
        .sum();
  }

  private static List<Check> checks(Plan plan) {
    int cores = plan.machine().cores();
    Policy policy = plan.policy();
    List<Check> checks = new ArrayList<>();
    checks.add(new OneCoreEach(cores));
    checks.add(new TimeGoesOn());
    checks.add(new ReadyBeforeRunning());
    checks.add(new NoIdleCore(cores));
    checks.add(new YieldPromise());
    checks.add(new MailboxOrder());
    checks.add(new SendersRun());
    if (policy instanceof Priority priority) {
      checks.add(new MostUrgentRuns(name -> priority(plan, name), priority.preemptive()));
    }
    if (policy instanceof Fifo || policy instanceof RoundRobin) {
      checks.add(new FirstComeFirstServed());
    }
    if (policy instanceof RoundRobin roundRobin) {
      checks.add(new SlicesEnd(roundRobin.quantum().toNanos()));
    }
    return checks;
  }

  /** A child has the priority of its component, and what is no component's has none. */
  private static int priority(Plan plan, String task) {
    String component = task.split("[.]")[0];
    return plan.parts().stream()
        .filter(part -> part.name().equals(component))
        .mapToInt(part -> part.task().priority())
        .findAny()
        .orElse(0);
  }
}
