package dev.interleave.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.Outcome;
import dev.interleave.stage.Doing;
import dev.interleave.stage.Scene;
import dev.interleave.stage.Telling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Policies that let somebody wait: for good by mistake, or for a while on purpose. */
class LetsWaitTest {
  private static final String ALL = "dev.interleave.stage.Machines#all";
  private static final Duration SHORT = Duration.ofMillis(20);

  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  private final Doing noting =
      Doing.each(
          (context, message) -> {
            seen.add(message);
            return Behaviors.same();
          });

  private record NeverTakes() implements Policy {
    @Override
    public void enqueue(Task task, RunQueue queue) {
      queue.last(task);
    }

    @Override
    public @Nullable Task next(int core, RunQueue queue) {
      return null;
    }
  }

  private Outcome under(Policy policy, Machine machine) {
    return new Scene(machine, policy).driver("d", noting).until(SHORT).run();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void whoGetsNoPlaceIsNamedAndTheRunFails(Machine machine) {
    Outcome outcome = under((task, queue) -> {}, machine);
    assertThat(outcome.failure()).contains("the policy gave d no place");
    assertThat(outcome.end()).isEqualTo(Outcome.End.FAILED);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void whoIsPutOffForLongEndsWithTheRun(Machine machine) {
    Outcome outcome = under((task, queue) -> queue.later(Duration.ofDays(1), task), machine);
    assertThat(outcome.end()).isEqualTo(Outcome.End.UNTIL);
  }

  @ParameterizedTest
  @MethodSource("dev.interleave.stage.Machines#real")
  void whoIsNeverTakenEndsWithTheRun(Machine machine) {
    assertThat(under(new NeverTakes(), machine).end()).isEqualTo(Outcome.End.UNTIL);
  }

  @Test
  void whoIsNeverTakenIsNamedWhenNothingElseIsLeft() {
    Outcome outcome =
        new Scene(Machine.Simulated.of(1, 1), new NeverTakes()).driver("d", noting).run();
    assertThat(outcome.failure())
        .contains("the policy leaves all cores idle while these wait: [d]");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void whatIsHeldBackIsHandledThoughTheLastProgramHasEnded(Machine machine) {
    Policy holding =
        (task, queue) -> {
          AtomicBoolean held = task.note(AtomicBoolean::new);
          held.set(!held.get());
          if (held.get()) {
            queue.later(SHORT, task);
          } else {
            queue.last(task);
          }
        };
    new Scene(machine, holding)
        .driver("d", noting)
        .program("p", Telling.all("d hello"), "d")
        .played();
    assertThat(seen).containsExactly("hello");
  }
}
