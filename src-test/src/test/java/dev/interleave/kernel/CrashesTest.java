// Long: every way in which a component crashes, and what comes of it.
package dev.interleave.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Event;
import dev.interleave.stage.Doing;
import dev.interleave.stage.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CrashesTest {
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  private static TaskSettings restarting(int limit, Duration backoff, Duration maxBackoff) {
    TaskSettings usual = TaskSettings.DEFAULT;
    return new TaskSettings(
        usual.priority(),
        usual.weight(),
        usual.deadline(),
        usual.mailbox(),
        usual.costs(),
        new RestartSettings(limit, backoff, maxBackoff));
  }

  private static Machine simulated() {
    return Machine.Simulated.of(1, 1);
  }

  /** Notes its start and what it is told, and crashes when it is told so. */
  private Doing fragile() {
    return new Doing(
        context -> {
          note(context, "start");
          return Behaviors.receiveMessage(
              message -> {
                note(context, message);
                if (message.equals("crash")) {
                  throw new IllegalStateException("broken arm");
                }
                return Behaviors.same();
              });
        });
  }

  private void note(TaskContext<?> context, String what) {
    seen.add(what + "@" + context.clock().sinceBoot().toMillis());
  }

  /** Says one thing at each of some times, and stays. */
  private record At(List<Long> times, String what) implements Program<String> {
    @Override
    public Behavior<String> start(ProgramContext<String> context) {
      for (long time : times) {
        context.actor().scheduleOnce(Duration.ofMillis(time), context.actor().getSelf(), what);
      }
      return Behaviors.receiveMessage(
          message -> {
            context.tell("driver", message);
            return Behaviors.same();
          });
    }
  }

  private Scene crashing(TaskSettings settings, Long... times) {
    return new Scene(simulated(), new Fifo())
        .driver("driver", settings, fragile())
        .program("saboteur", new At(List.of(times), "crash"), "driver")
        .until(ms(1000))
        .played();
  }

  @Test
  void aDriverIsRestartedAfterABackOffThatDoubles() {
    crashing(restarting(10, ms(2), ms(7)), 10L, 20L, 30L, 40L);
    assertThat(seen)
        .containsExactly(
            "start@0",
            "crash@10",
            "start@12",
            "crash@20",
            "start@24",
            "crash@30",
            "start@37",
            "crash@40",
            "start@47");
  }

  @Test
  void afterTheLimitItStaysDownAndWhatItIsSentIsCounted() {
    Scene scene = crashing(restarting(2, ms(1), ms(1)), 10L, 20L, 30L, 40L, 50L);
    assertThat(seen)
        .containsExactly("start@0", "crash@10", "start@11", "crash@20", "start@21", "crash@30");
    assertThat(scene.events(Event.Crashed.class)).hasSize(3);
    assertThat(scene.events(Event.Restarted.class)).hasSize(2);
    assertThat(scene.events(Event.Dropped.class))
        .extracting(Event.Dropped::place)
        .containsExactly("down", "down");
  }

  @Test
  void withoutRestartsTheFirstCrashIsTheLast() {
    crashing(restarting(0, ms(1), ms(1)), 10L, 20L);
    assertThat(seen).containsExactly("start@0", "crash@10");
  }

  @Test
  void messagesSentDuringTheBackOffWaitForTheNextLife() {
    new Scene(simulated(), new Fifo())
        .driver("driver", restarting(10, ms(5), ms(5)), fragile())
        .program("saboteur", new At(List.of(10L), "crash"), "driver")
        .program("client", new At(List.of(11L, 12L), "hello"), "driver")
        .until(ms(100))
        .played();
    assertThat(seen).containsExactly("start@0", "crash@10", "start@15", "hello@15", "hello@15");
  }

  @Test
  void savedStateIsRestored() {
    Doing counter =
        new Doing(
            context -> {
              int before = context.restore(Integer.class).orElse(0);
              assertThat(context.restore(String.class)).isEqualTo(Optional.empty());
              note(context, "counted " + before);
              context.save(before + 1);
              return Behaviors.receiveMessage(
                  message -> {
                    throw new IllegalStateException(message);
                  });
            });
    new Scene(simulated(), new Fifo())
        .driver("driver", restarting(10, ms(1), ms(1)), counter)
        .program("saboteur", new At(List.of(10L, 20L), "crash"), "driver")
        .until(ms(100))
        .played();
    assertThat(seen).containsExactly("counted 0@0", "counted 1@11", "counted 2@21");
  }

  private record Question(ActorRef<String> replyTo) {}

  /** Answers after a while; crashes when a question comes while it owes an answer. */
  private record Debtor() implements Driver<Question> {
    @Override
    public Behavior<Question> start(DriverContext<Question> context) {
      return Behaviors.receiveMessage(first -> owing());
    }

    private Behavior<Question> owing() {
      return Behaviors.receiveMessage(
          second -> {
            throw new IllegalStateException("too much");
          });
    }
  }

  private record Asking(String name, List<String> seen) implements Program<String> {
    @Override
    public Behavior<String> start(ProgramContext<String> context) {
      context.<String>ask("driver", Question::new, answer -> answer, reason -> reason);
      return Behaviors.receiveMessage(
          heard -> {
            seen.add(name + " hears: " + heard);
            return Behaviors.stopped();
          });
    }
  }

  @ParameterizedTest
  @MethodSource("dev.interleave.stage.Machines#all")
  void whatACrashedDriverOwesIsAnsweredAsFailedAtOnce(Machine machine) {
    Scene scene =
        new Scene(machine, new Fifo())
            .driver("driver", restarting(10, ms(50), ms(50)), new Debtor())
            .program("one", new Asking("one", seen), "driver")
            .program("two", new Asking("two", seen), "driver");
    Outcome outcome = scene.run();
    assertThat(outcome.failure()).isEmpty();
    String failed = " hears: driver crashed: java.lang.IllegalStateException: too much";
    assertThat(seen).containsExactlyInAnyOrder("one" + failed, "two" + failed);
    if (machine instanceof Machine.Simulated) {
      assertThat(outcome.elapsed()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.interleave.stage.Machines#all")
  void capabilitiesStayValidAcrossARestart(Machine machine) {
    new Scene(machine, new Fifo())
        .driver("driver", restarting(10, ms(1), ms(1)), fragile())
        .program("client", new Persistent(), "driver")
        .played();
    assertThat(seen)
        .extracting(what -> what.substring(0, what.indexOf('@')))
        .containsExactly("start", "one", "crash", "start", "two");
  }

  @ParameterizedTest
  @MethodSource("dev.interleave.stage.Machines#all")
  void aRunDoesNotEndWhileMessagesWaitForARestart(Machine machine) {
    Outcome outcome =
        new Scene(machine, new Fifo())
            .driver("driver", restarting(10, ms(20), ms(20)), fragile())
            .program("client", new Telling("one", "crash", "two", "crash", "three"), "driver")
            .run();
    assertThat(outcome.end()).isEqualTo(Outcome.End.FINISHED);
    assertThat(seen)
        .extracting(what -> what.substring(0, what.indexOf('@')))
        .containsExactly("start", "one", "crash", "start", "two", "crash", "start", "three");
  }

  @ParameterizedTest
  @MethodSource("dev.interleave.stage.Machines#all")
  void aRunEndsWithoutARestartThatNobodyWaitsFor(Machine machine) {
    new Scene(machine, new Fifo())
        .driver("driver", restarting(10, Duration.ofHours(1), Duration.ofHours(1)), fragile())
        .program("client", new Telling("one", "crash"), "driver")
        .played();
    assertThat(seen)
        .extracting(what -> what.substring(0, what.indexOf('@')))
        .containsExactly("start", "one", "crash");
  }

  @ParameterizedTest
  @MethodSource("dev.interleave.stage.Machines#all")
  void aRunEndsWhereTheLimitLeavesADriverDown(Machine machine) {
    Scene scene =
        new Scene(machine, new Fifo())
            .driver("driver", restarting(0, ms(1), ms(1)), fragile())
            .program("client", new Telling("crash", "two"), "driver")
            .played();
    assertThat(scene.events(Event.Dropped.class))
        .extracting(Event.Dropped::place)
        .containsExactly("down");
  }

  @ParameterizedTest
  @MethodSource("dev.interleave.stage.Machines#all")
  void theEndOfARunDoesNotWaitForABackOffAndCountsWhatIsLost(Machine machine) {
    Scene scene =
        new Scene(machine, new Fifo())
            .driver("driver", restarting(10, Duration.ofHours(1), Duration.ofHours(1)), fragile())
            .program("client", new Telling("crash", "two", "three"), "driver")
            .until(ms(20));
    assertThat(scene.run().end()).isEqualTo(Outcome.End.UNTIL);
    assertThat(seen)
        .extracting(what -> what.substring(0, what.indexOf('@')))
        .containsExactly("start", "crash");
    assertThat(scene.events(Event.Dropped.class))
        .extracting(Event.Dropped::place, Event.Dropped::amount)
        .containsExactly(tuple("down", 2L));
  }

  @Test
  void aBackOffIsAsLongAsItIsThoughChildrenEndInIt() {
    Doing parent =
        new Doing(
            context -> {
              note(context, "start");
              context.actor().spawn(Behaviors.<String>receiveMessage(any -> Behaviors.same()), "a");
              return Behaviors.receiveMessage(
                  message -> {
                    throw new IllegalStateException(message);
                  });
            });
    new Scene(simulated(), new Fifo())
        .driver("driver", restarting(10, ms(5), ms(5)), parent)
        .program("saboteur", new At(List.of(10L), "crash"), "driver")
        .until(ms(100))
        .played();
    assertThat(seen).containsExactly("start@0", "start@15");
  }

  /** Says all it has to say, and ends. */
  private record Telling(List<String> words) implements Program<String> {
    Telling(String... words) {
      this(List.of(words));
    }

    @Override
    public Behavior<String> start(ProgramContext<String> context) {
      words.forEach(word -> context.tell("driver", word));
      return Behaviors.stopped();
    }
  }

  /** Keeps one reference over a crash, and stays until the driver has long been restarted. */
  private record Persistent() implements Program<String> {
    @Override
    public Behavior<String> start(ProgramContext<String> context) {
      ActorRef<String> driver = context.connect("driver", String.class);
      driver.tell("one");
      driver.tell("crash");
      driver.tell("two");
      context.actor().scheduleOnce(ms(50), context.actor().getSelf(), "enough");
      return Behaviors.receiveMessage(enough -> Behaviors.stopped());
    }
  }

  @Test
  void aProgramThatCrashesFailsTheRunAndIsNamed() {
    Program<String> broken =
        new Program<>() {
          @Override
          public Behavior<String> start(ProgramContext<String> context) {
            context.actor().getSelf().tell("go");
            return Behaviors.receiveMessage(
                message -> {
                  throw new IllegalStateException("no such book");
                });
          }
        };
    Outcome outcome = new Scene(simulated(), new Fifo()).program("reader", broken).run();
    assertThat(outcome.end()).isEqualTo(Outcome.End.FAILED);
    assertThat(outcome.failure().orElseThrow()).contains("reader", "no such book");
  }

  @Test
  void aChildThatCrashesTakesItsDriverWithIt() {
    Doing parent =
        new Doing(
            context -> {
              note(context, "start");
              ActorRef<String> child =
                  context
                      .actor()
                      .spawn(
                          context.<String>child(
                              own ->
                                  Behaviors.receiveMessage(
                                      message -> {
                                        throw new IllegalStateException("child");
                                      })),
                          "child");
              return Behaviors.receiveMessage(
                  message -> {
                    child.tell(message);
                    return Behaviors.same();
                  });
            });
    Scene scene =
        new Scene(simulated(), new Fifo())
            .driver("driver", restarting(10, ms(5), ms(5)), parent)
            .program("saboteur", new At(List.of(10L), "crash"), "driver")
            .until(ms(100))
            .played();
    assertThat(seen).containsExactly("start@0", "start@15");
    assertThat(scene.events(Event.Crashed.class)).isNotEmpty();
  }
}
