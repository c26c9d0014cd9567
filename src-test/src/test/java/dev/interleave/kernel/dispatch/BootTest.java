package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Trace;
import dev.interleave.stage.Machines;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A system that is made on an engine. */
@Timeout(60)
class BootTest {
  private final List<String> seen = new ArrayList<>();

  private Boot.Booted<String> boot(Behavior<String> guardian) {
    return boot(Machine.Simulated.of(1, 7), guardian);
  }

  private Boot.Booted<String> boot(Machine machine, Behavior<String> guardian) {
    return Boot.create(
        machine,
        new Fifo(),
        Trace.off(),
        engine -> seen.add("engine at " + engine.clock().nanos()),
        config -> {
          seen.add("system");
          return ActorSystem.create(guardian, "booted", config);
        });
  }

  private static void end(Boot.Booted<?> booted) {
    booted.system().terminate();
    booted.engine().settle(() -> booted.system().whenTerminated().isCompleted());
    booted.engine().close();
  }

  @Test
  void itsEngineIsThereFirstThenTheSystemAndThenItsGuardianStarts() {
    Boot.Booted<String> booted =
        boot(
            Behaviors.setup(
                context -> {
                  seen.add("guardian");
                  return Behaviors.empty();
                }));
    assertThat(seen).containsExactly("engine at 0", "system", "guardian");
    end(booted);
  }

  @Test
  void aGuardianThatThrowsWhatNoneMayWhileItStartsFailsTheRun() {
    Boot.Booted<String> booted =
        boot(
            Behaviors.setup(
                context -> {
                  throw new StackOverflowError("too deep");
                }));
    assertThat(booted.engine().failure()).contains("StackOverflowError: too deep");
    end(booted);
  }

  @Test
  void aGuardianThatNeverComesToRestFailsTheRunAndIsNamed() {
    Boot.Booted<String> booted =
        boot(
            Machines.limited(1_000),
            Behaviors.setup(
                context -> {
                  context.getSelf().tell("again");
                  return Always.doing(context.getSelf()::tell);
                }));
    assertThat(booted.engine().failure())
        .isEqualTo("more than 1000 turns at one instant (0 ns): /user goes round in circles");
    end(booted);
  }

  @Test
  void aGuardianWithLessToDoThanTheLimitStartsInOneGo() {
    Boot.Booted<String> booted =
        boot(
            Machines.limited(100),
            Behaviors.setup(
                context -> {
                  for (int i = 0; i < 50; i++) {
                    context.getSelf().tell("hello");
                  }
                  return Always.doing(seen::add);
                }));
    assertThat(booted.engine().failure()).isNull();
    assertThat(seen).hasSize(52).endsWith("hello");
    end(booted);
  }
}
