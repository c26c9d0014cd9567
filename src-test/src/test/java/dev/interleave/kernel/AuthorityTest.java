package dev.interleave.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.stage.Doing;
import dev.interleave.stage.Scene;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuthorityTest {
  private static final String ALL = "dev.interleave.stage.Machines#all";

  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  /** What a program tries, and what it is told. */
  private interface Attempt {
    void on(ProgramContext<String> context);
  }

  private record Trying(Attempt attempt, List<String> seen) implements Program<String> {
    @Override
    public Behavior<String> start(ProgramContext<String> context) {
      try {
        attempt.on(context);
        seen.add("may");
      } catch (RuntimeException refused) {
        seen.add(refused.getClass().getSimpleName() + ": " + refused.getMessage());
      }
      return Behaviors.stopped();
    }
  }

  private void tried(Machine machine, Attempt attempt, String... uses) {
    new Scene(machine, new Fifo())
        .driver("disk", new Doing(context -> Behaviors.ignore()))
        .driver("screen", new Doing(context -> Behaviors.ignore()))
        .program("guest", new Trying(attempt, seen), uses)
        .played();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void whatIsInUsesMayBeUsed(Machine machine) {
    tried(machine, context -> context.connect("disk", String.class).tell("x"), "disk");
    tried(machine, context -> context.tell("disk", "x"), "screen", "disk");
    assertThat(seen).containsExactly("may", "may");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void allElseIsDenied(Machine machine) {
    tried(machine, context -> context.connect("disk", String.class), "screen");
    tried(machine, context -> context.tell("disk", "x"), "screen");
    tried(
        machine,
        context -> context.<String>ask("disk", address -> address, reply -> "", reason -> ""),
        "screen");
    assertThat(seen)
        .hasSize(3)
        .allSatisfy(
            told -> assertThat(told).startsWith("AccessDenied: ").contains("guest", "disk"));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aNameThatIsNobodyIsDeniedToo(Machine machine) {
    tried(machine, context -> context.connect("nobody", String.class), "disk");
    assertThat(seen.get(0)).startsWith("AccessDenied");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void anotherProtocolIsRefused(Machine machine) {
    tried(machine, context -> context.connect("disk", Integer.class), "disk");
    assertThat(seen.get(0)).startsWith("IllegalArgumentException: disk speaks java.lang.String");
  }
}
