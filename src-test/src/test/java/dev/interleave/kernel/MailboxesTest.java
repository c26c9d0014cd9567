package dev.interleave.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.trace.Event;
import dev.interleave.stage.Doing;
import dev.interleave.stage.Scene;
import dev.interleave.stage.Telling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MailboxesTest {
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  private static TaskSettings bounded(int capacity, Overflow overflow) {
    TaskSettings usual = TaskSettings.DEFAULT;
    return new TaskSettings(
        usual.priority(),
        usual.weight(),
        usual.deadline(),
        new MailboxSettings(capacity, overflow),
        usual.costs(),
        usual.restart());
  }

  private static Machine simulated() {
    return Machine.Simulated.of(1, 1);
  }

  private Doing slow() {
    return Doing.each(
        (context, message) -> {
          seen.add(message);
          context.consume(Duration.ofMillis(1));
          return Behaviors.same();
        });
  }

  private Scene scene(Machine machine, Overflow overflow) {
    return new Scene(machine, new Fifo())
        .driver("driver", bounded(2, overflow), slow())
        .program(
            "teller",
            Telling.all("driver 1", "driver 2", "driver 3", "driver 4", "driver 5"),
            "driver");
  }

  private static long drops(Scene scene) {
    return scene.events(Event.Dropped.class).stream()
        .filter(drop -> drop.place().equals("mailbox"))
        .mapToLong(Event.Dropped::amount)
        .sum();
  }

  @Test
  void aRejectedMessageIsLostAndCountedAtTheReceiver() {
    Scene scene = scene(simulated(), Overflow.REJECT).played();
    assertThat(seen).containsExactly("1", "2");
    assertThat(drops(scene)).isEqualTo(3);
    assertThat(scene.events(Event.Dropped.class))
        .extracting(Event.Dropped::task)
        .containsOnly(scene.number("driver"));
  }

  @Test
  void dropNewestKeepsTheOldest() {
    Scene scene = scene(simulated(), Overflow.DROP_NEWEST).played();
    assertThat(seen).containsExactly("1", "2");
    assertThat(drops(scene)).isEqualTo(3);
  }

  @Test
  void dropOldestKeepsTheNewest() {
    Scene scene = scene(simulated(), Overflow.DROP_OLDEST).played();
    assertThat(seen).containsExactly("4", "5");
    assertThat(drops(scene)).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("dev.interleave.stage.Machines#all")
  void aBlockedSenderWaitsAndNothingIsLost(Machine machine) {
    Doing relay =
        Doing.each(
            (context, message) -> {
              context.connect("driver", String.class).tell(message);
              return Behaviors.same();
            });
    String[] said = IntStream.range(0, 50).mapToObj(i -> "relay " + i).toArray(String[]::new);
    Scene scene =
        new Scene(machine, new Fifo())
            .driver("driver", bounded(2, Overflow.BLOCK), slow())
            .driver("relay", relay, "driver")
            .program("teller", Telling.all(said), "relay")
            .played();
    assertThat(seen)
        .containsExactlyElementsOf(IntStream.range(0, 50).mapToObj(Integer::toString).toList());
    assertThat(drops(scene)).isZero();
  }

  @Test
  void aBlockedSenderHasNoTurnUntilThereIsRoom() {
    Doing relay =
        Doing.each(
            (context, message) -> {
              seen.add("relayed " + message + "@" + context.clock().sinceBoot().toMillis());
              context.connect("driver", String.class).tell(message);
              return Behaviors.same();
            });
    new Scene(Machine.Simulated.of(2, 1), new Fifo())
        .driver("driver", bounded(1, Overflow.BLOCK), slow())
        .driver("relay", relay, "driver")
        .program("teller", Telling.all("relay 1", "relay 2", "relay 3", "relay 4"), "relay")
        .played();
    assertThat(seen)
        .filteredOn(what -> what.startsWith("relayed"))
        .containsExactly("relayed 1@0", "relayed 2@0", "relayed 3@0", "relayed 4@1");
  }

  /** Notes what it is told, and when, and tells the driver. */
  private Doing relay() {
    return Doing.each(
        (context, message) -> {
          seen.add(message + "@" + context.clock().sinceBoot().toMillis());
          context.connect("driver", String.class).tell(message);
          return Behaviors.same();
        });
  }

  @Test
  void whoWaitsForRoomGoesOnWhenTheReceiverEnds() {
    Doing mortal =
        Doing.each(
            (context, message) -> {
              context.consume(Duration.ofMillis(1));
              return Behaviors.stopped();
            });
    Scene scene =
        new Scene(Machine.Simulated.of(2, 1), new Fifo())
            .driver("driver", bounded(1, Overflow.BLOCK), mortal)
            .driver("relay", relay(), "driver")
            .program("teller", Telling.all("relay 1", "relay 2", "relay 3", "relay 4"), "relay")
            .played();
    assertThat(seen).containsExactly("1@0", "2@0", "3@0", "4@1");
    assertThat(drops(scene)).isEqualTo(1);
  }

  @Test
  void whoSendsToItselfIsNeverBlockedNorRejected() {
    Doing counter =
        Doing.each(
            (context, message) -> {
              seen.add(message);
              if (message.equals("go")) {
                for (String more : List.of("1", "2", "3", "4")) {
                  context.actor().getSelf().tell(more);
                }
              }
              return Behaviors.same();
            });
    new Scene(simulated(), new Fifo())
        .driver("driver", bounded(1, Overflow.BLOCK), counter)
        .program("teller", Telling.all("driver go"), "driver")
        .played();
    assertThat(seen).containsExactly("go", "1", "2", "3", "4");
  }

  @Test
  void aBlockedSenderWaitsUntilThereIsRealRoom() {
    Doing own =
        Doing.each(
            (context, message) -> {
              if (message.equals("go")) {
                for (String more : List.of("1", "2", "3")) {
                  context.actor().getSelf().tell(more);
                }
              }
              context.consume(Duration.ofMillis(1));
              return Behaviors.same();
            });
    new Scene(Machine.Simulated.of(2, 1), new Fifo())
        .driver("driver", bounded(1, Overflow.BLOCK), own)
        .driver("relay", relay(), "driver")
        .program("teller", Telling.all("driver go", "relay x", "relay y"), "driver", "relay")
        .played();
    assertThat(seen).containsExactly("x@0", "y@3");
  }

  /** A request that a full mailbox refuses. */
  private record Question(int number, ActorRef<String> replyTo) {}

  private record Slow() implements Driver<Question> {
    @Override
    public Behavior<Question> start(DriverContext<Question> context) {
      return Behaviors.receiveMessage(
          question -> {
            context.consume(Duration.ofMillis(1));
            question.replyTo.tell("answer " + question.number);
            return Behaviors.same();
          });
    }
  }

  private record Asking(List<String> seen) implements Program<String> {
    @Override
    public Behavior<String> start(ProgramContext<String> context) {
      for (int i = 1; i <= 3; i++) {
        int number = i;
        context.<String>ask(
            "slow",
            address -> new Question(number, address),
            answer -> answer,
            reason -> "failed: " + reason);
      }
      return waiting(3);
    }

    private Behavior<String> waiting(int rest) {
      return rest == 0
          ? Behaviors.stopped()
          : Behaviors.receiveMessage(
              heard -> {
                seen.add(heard);
                return waiting(rest - 1);
              });
    }
  }

  @ParameterizedTest
  @MethodSource("dev.interleave.stage.Machines#ofOneCore")
  void whoAsksIsToldAtOnceThatTheMailboxIsFull(Machine machine) {
    new Scene(machine, new Fifo())
        .driver("slow", bounded(1, Overflow.REJECT), new Slow())
        .program("asking", new Asking(seen), "slow")
        .played();
    assertThat(seen)
        .containsExactlyInAnyOrder(
            "answer 1",
            "failed: the mailbox of slow is full",
            "failed: the mailbox of slow is full");
    assertThat(seen.get(0)).startsWith("failed");
  }

  @Test
  void anUnhandledMessageIsCountedAtItsReceiver() {
    Doing picky = new Doing(context -> Behaviors.receiveMessage(m -> Behaviors.unhandled()));
    Scene scene =
        new Scene(simulated(), new Fifo())
            .driver("driver", picky)
            .program("teller", Telling.all("driver 1", "driver 2"), "driver")
            .played();
    assertThat(scene.events(Event.Dropped.class))
        .extracting(Event.Dropped::task, Event.Dropped::place, Event.Dropped::amount)
        .containsExactly(
            tuple(scene.number("driver"), "unhandled", 1L),
            tuple(scene.number("driver"), "unhandled", 1L));
  }

  @ParameterizedTest
  @MethodSource("dev.interleave.stage.Machines#all")
  void aMessageToNobodyIsCountedAsADeadLetter(Machine machine) {
    Doing mortal = Doing.each((context, message) -> Behaviors.stopped());
    Scene scene =
        new Scene(machine, new Fifo())
            .driver("driver", mortal)
            .program("teller", Telling.all("driver last", "driver 1", "driver 2"), "driver")
            .played();
    assertThat(scene.events(Event.Dropped.class))
        .extracting(Event.Dropped::place)
        .containsExactly("dead-letters", "dead-letters");
  }
}
