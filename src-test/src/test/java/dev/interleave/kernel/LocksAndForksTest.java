package dev.interleave.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.stage.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LocksAndForksTest {
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  /** Wants a lock, holds it for a while, and gives it back. */
  private record Holder(String name, Duration hold, AtomicInteger inside, List<String> seen)
      implements Program<String> {

    @Override
    public Behavior<String> start(ProgramContext<String> context) {
      context.lock("door", "granted");
      return Behaviors.receiveMessage(message -> next(context, message));
    }

    private Behavior<String> next(ProgramContext<String> context, String message) {
      if (message.equals("granted")) {
        seen.add(name + " of " + inside.incrementAndGet());
        context.consume(hold);
        context.actor().scheduleOnce(hold, context.actor().getSelf(), "enough");
        return Behaviors.same();
      }
      inside.decrementAndGet();
      context.unlock("door");
      return Behaviors.stopped();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.interleave.stage.Machines#all")
  void oneAtATimeHoldsALock(Machine machine) {
    AtomicInteger inside = new AtomicInteger();
    Scene scene = new Scene(machine, new Fifo());
    for (String name : List.of("a", "b", "c", "d")) {
      scene.program(name, new Holder(name, Duration.ofNanos(300_000), inside, seen));
    }
    scene.played();
    assertThat(seen).containsExactlyInAnyOrder("a of 1", "b of 1", "c of 1", "d of 1");
  }

  @Test
  void aLockIsGrantedInTheOrderOfTheWishes() {
    AtomicInteger inside = new AtomicInteger();
    Scene scene = new Scene(Machine.Simulated.of(4, 1), new Fifo());
    for (String name : List.of("c", "a", "d", "b")) {
      scene.program(name, new Holder(name, ms(2), inside, seen));
    }
    Outcome outcome = scene.run();
    assertThat(seen).containsExactly("c of 1", "a of 1", "d of 1", "b of 1");
    assertThat(outcome.elapsed()).isEqualTo(ms(16));
  }

  @Test
  void givingBackALockOfAnotherFailsTheRun() {
    Program<String> thief =
        new Program<>() {
          @Override
          public Behavior<String> start(ProgramContext<String> context) {
            context.unlock("door");
            return Behaviors.ignore();
          }
        };
    Outcome outcome = new Scene(Machine.Simulated.of(1, 1), new Fifo()).program("t", thief).run();
    assertThat(outcome.end()).isEqualTo(Outcome.End.FAILED);
    assertThat(outcome.failure().orElseThrow()).contains("t unlocks door");
  }

  private record Child(String name, List<String> seen) implements Program<String> {
    @Override
    public Behavior<String> start(ProgramContext<String> context) {
      seen.add(context.name() + " uses " + context.uses());
      context.consume(Duration.ofMillis(2));
      return Behaviors.stopped();
    }
  }

  private record Parent(List<String> seen) implements Program<String> {
    @Override
    public Behavior<String> start(ProgramContext<String> context) {
      context.fork("left", new Child("left", seen), "left ended");
      context.fork("right", new Child("right", seen), "right ended");
      return waiting(2);
    }

    private Behavior<String> waiting(int rest) {
      return rest == 0
          ? Behaviors.stopped()
          : Behaviors.receiveMessage(
              end -> {
                seen.add(end);
                return waiting(rest - 1);
              });
    }
  }

  @ParameterizedTest
  @MethodSource("dev.interleave.stage.Machines#all")
  void forkedChildrenRunBesideEachOtherAndTheirEndsAreTold(Machine machine) {
    Outcome outcome = new Scene(machine, new Fifo()).program("p", new Parent(seen)).run();
    assertThat(seen.subList(0, 4))
        .filteredOn(what -> what.contains("uses"))
        .hasSize(2)
        .allSatisfy(what -> assertThat(what).startsWith("p").endsWith("uses []"));
    assertThat(seen).contains("left ended", "right ended");
    if (machine instanceof Machine.Simulated) {
      assertThat(outcome.elapsed()).isEqualTo(ms(machine.cores() == 1 ? 4 : 2));
    }
  }
}
