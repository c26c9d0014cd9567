package dev.interleave.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Priority;
import dev.interleave.kernel.policy.RandomOrder;
import dev.interleave.kernel.policy.RoundRobin;
import dev.interleave.kernel.trace.Event;
import dev.interleave.property.Seeded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The checker over a thousand random runs on virtual cores. */
class RandomRunsTest {
  private static final int RUNS = 1000;

  private static final List<Policy> POLICIES =
      List.of(
          new Fifo(),
          new RoundRobin(Duration.ofNanos(3)),
          new Priority(),
          new Priority(false, Duration.ZERO),
          new Priority(true, Duration.ofNanos(2)),
          new RandomOrder());

  @Test
  void everyPromiseIsKept() {
    Seeded.cases(RUNS, RandomRunsTest::isKept);
  }

  private static void isKept(Seeded seeded) {
    Policy policy = seeded.oneOf(POLICIES);
    int cores = seeded.between(1, 4);
    boolean yields = seeded.chance(0.5);
    try (RandomRun run = new RandomRun(seeded, cores, policy, yields)) {
      List<Event> events = run.events();
      for (Check check : checks(policy, cores)) {
        assertThat(check.in(events))
            .as("%s on %d cores, %s", policy, cores, check.getClass().getSimpleName())
            .isEmpty();
      }
      run.consumed().ifPresent(consumed -> assertThat(served(events)).isEqualTo(consumed));
    }
  }

  private static List<Check> checks(Policy policy, int cores) {
    List<Check> checks = new ArrayList<>();
    checks.add(new OneCoreEach(cores));
    checks.add(new TimeGoesOn());
    checks.add(new NoIdleCore(cores));
    checks.add(new YieldPromise());
    checks.add(new MailboxOrder());
    checks.add(new EffectsWhenServed());
    checks.add(new SendersRun());
    if (policy instanceof Priority priority) {
      checks.add(new MostUrgentRuns(RandomRun::priorityOf, priority.preemptive()));
    }
    if (policy instanceof Fifo || policy instanceof RoundRobin) {
      checks.add(new FirstComeFirstServed());
    }
    return checks;
  }

  private static Map<String, Long> served(List<Event> events) {
    Map<Integer, String> names = new HashMap<>();
    Map<String, Long> served = new TreeMap<>();
    for (Event event : events) {
      if (event instanceof Event.Started started) {
        names.put(started.task(), started.name());
      } else if (event instanceof Event.Left left && left.served() > 0) {
        served.merge(names.get(left.task()), left.served(), Long::sum);
      }
    }
    return served;
  }
}
