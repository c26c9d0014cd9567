package dev.interleave.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Priority;
import dev.interleave.kernel.policy.RandomOrder;
import dev.interleave.kernel.policy.RoundRobin;
import dev.interleave.stage.Doing;
import dev.interleave.stage.Machines;
import dev.interleave.stage.Scene;
import dev.interleave.stage.Telling;
import dev.interleave.testkit.check.YieldPromise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YieldTest {
  private static final String ALL = "dev.interleave.stage.Machines#all";
  private static final String ONE_CORE = "dev.interleave.stage.Machines#ofOneCore";

  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  /** A job in parts: it yields between them, and its name is noted with each. */
  private Behavior<String> job(DriverContext<String> context, String name, int part, int parts) {
    seen.add(name + part);
    context.consume(Duration.ofNanos(50_000));
    return part == parts
        ? Behaviors.same()
        : context.yield(() -> job(context, name, part + 1, parts));
  }

  private Doing noting(String name) {
    return Doing.each(
        (context, message) -> {
          seen.add(name + message);
          return Behaviors.same();
        });
  }

  static Stream<Arguments> machinesAndPolicies() {
    List<Policy> policies =
        List.of(
            new Fifo(), new RoundRobin(Duration.ofMillis(1)), new Priority(), new RandomOrder());
    return Machines.all()
        .flatMap(machine -> policies.stream().map(policy -> Arguments.of(machine, policy)));
  }

  @ParameterizedTest
  @MethodSource("machinesAndPolicies")
  void everyTaskThatIsReadyAtTheYieldHasHadATurnBeforeTheResumption(
      Machine machine, Policy policy) {
    int parts = 20;
    Scene scene = new Scene(machine, policy);
    Doing worker =
        Doing.each(
            (context, message) -> {
              ask(context, 0);
              return part(context, 1, parts);
            });
    scene
        .driver("worker", worker, "a", "b", "c", "d")
        .driver("a", noting("a"))
        .driver("b", noting("b"))
        .driver("c", noting("c"))
        .driver("d", noting("d"))
        .program("starter", Telling.all("worker go"), "worker")
        .played();
    assertThat(seen).hasSize(parts + 4 * (parts + 1));
    assertThat(new YieldPromise().in(scene.events())).isEmpty();
  }

  private static void ask(DriverContext<String> context, int part) {
    for (String other : List.of("d", "b", "a", "c")) {
      context.connect(other, String.class).tell(Integer.toString(part));
    }
  }

  private Behavior<String> part(DriverContext<String> context, int part, int parts) {
    return context.yield(
        () -> {
          seen.add("resumed" + part);
          ask(context, part);
          return part == parts ? Behaviors.same() : part(context, part + 1, parts);
        });
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void severalJobsTakeTurns(Machine machine) {
    Doing worker = Doing.each((context, name) -> job(context, name, 1, 3));
    new Scene(machine, new Fifo())
        .driver("a", worker)
        .driver("b", worker)
        .program("starter", Telling.all("a a", "b b"), "a", "b")
        .played();
    assertThat(seen).containsExactlyInAnyOrder("a1", "a2", "a3", "b1", "b2", "b3");
    assertThat(seen).containsSubsequence("a1", "a2", "a3").containsSubsequence("b1", "b2", "b3");
    assertThat(seen.indexOf("b1")).isLessThan(seen.indexOf("a3"));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void itsOwnLaterMessagesWait(Machine machine) {
    new Scene(machine, new Fifo())
        .driver("a", Doing.each((context, name) -> job(context, name, 1, 3)))
        .program("starter", Telling.all("a x", "a y", "a z"), "a")
        .played();
    assertThat(seen).containsExactly("x1", "x2", "x3", "y1", "y2", "y3", "z1", "z2", "z3");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void unlessItServesThem(Machine machine) {
    Doing serving =
        Doing.each(
            (context, name) -> {
              seen.add(name + 1);
              if (!name.equals("x")) {
                return Behaviors.same();
              }
              context.consume(Duration.ofMillis(2));
              return context.yieldServing(
                  () -> {
                    seen.add(name + 2);
                    return Behaviors.same();
                  });
            });
    new Scene(machine, new Fifo())
        .driver("a", serving)
        .program("starter", Telling.all("a x", "a y", "a z"), "a")
        .played();
    assertThat(seen).containsExactlyInAnyOrder("x1", "y1", "z1", "x2");
    assertThat(seen).containsSubsequence("x1", "y1", "x2");
  }

  @ParameterizedTest
  @MethodSource(ONE_CORE)
  void yieldToGivesTheCoreToTheNamedTaskFirst(Machine machine) {
    Doing worker =
        Doing.each(
            (context, message) -> {
              ask(context, 0);
              ActorRef<String> next = context.connect(message, String.class);
              return context.yieldTo(
                  next,
                  () -> {
                    seen.add("resumed");
                    return Behaviors.same();
                  });
            });
    new Scene(machine, new Fifo())
        .driver("worker", worker, "a", "b", "c", "d")
        .driver("a", noting("a"))
        .driver("b", noting("b"))
        .driver("c", noting("c"))
        .driver("d", noting("d"))
        .program("starter", Telling.all("worker c"), "worker")
        .played();
    assertThat(seen).containsExactly("c0", "d0", "b0", "a0", "resumed");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void yieldToATaskThatIsNotReadyIsAYield(Machine machine) {
    Doing worker =
        Doing.each(
            (context, message) ->
                context.yieldTo(
                    context.connect("a", String.class),
                    () -> {
                      seen.add("resumed");
                      return Behaviors.same();
                    }));
    new Scene(machine, new Fifo())
        .driver("worker", worker, "a")
        .driver("a", noting("a"))
        .program("starter", Telling.all("worker go"), "worker")
        .played();
    assertThat(seen).containsExactly("resumed");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aYieldReturnsTheNextBehavior(Machine machine) {
    Doing worker =
        Doing.each((context, message) -> context.yield(() -> noting("next ").start(context)));
    new Scene(machine, new Fifo())
        .driver("a", worker)
        .program("starter", Telling.all("a one", "a two"), "a")
        .played();
    assertThat(seen).containsExactly("next two");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aHundredTasksYieldAHundredTimesAndAllEnd(Machine machine) {
    Scene scene = new Scene(machine, new Fifo());
    String[] names = new String[100];
    String[] said = new String[100];
    for (int i = 0; i < names.length; i++) {
      names[i] = "t" + i;
      said[i] = names[i] + " go";
      scene.driver(names[i], Doing.each((context, message) -> spin(context, 100)));
    }
    scene.program("starter", Telling.all(said), names).played();
    assertThat(seen).hasSize(100).containsOnly("done");
  }

  private Behavior<String> spin(DriverContext<String> context, int rest) {
    if (rest == 0) {
      seen.add("done");
      return Behaviors.same();
    }
    return context.yield(() -> spin(context, rest - 1));
  }
}
