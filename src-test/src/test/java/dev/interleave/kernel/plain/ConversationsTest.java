package dev.interleave.kernel.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.Machine;
import dev.interleave.kernel.plain.Conversation.Opening;
import dev.interleave.kernel.plain.Conversation.Say;
import dev.interleave.kernel.plain.Conversation.Step;
import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Priority;
import dev.interleave.kernel.policy.RoundRobin;
import dev.interleave.kernel.trace.Event;
import dev.interleave.property.Seeded;
import dev.interleave.testkit.timeline.Bursts;
import dev.interleave.testkit.timeline.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine does, event by event, what a machine does that goes nanosecond by nanosecond. */
class ConversationsTest {
  private static final int CASES = 40;

  private static Duration ns(long nanos) {
    return Duration.ofNanos(nanos);
  }

  /** Cores without costs, or where each cost is another one. */
  private static Machine.Simulated machine(int cores, boolean costs) {
    return machine(cores, costs, Machine.Requeue.AFTER_ARRIVALS);
  }

  private static Machine.Simulated machine(int cores, boolean costs, Machine.Requeue requeue) {
    long unit = costs ? 1 : 0;
    return new Machine.Simulated(
        cores, 1, ns(2 * unit), ns(3 * unit), ns(unit), ns(unit), 1_000_000, requeue, 0);
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "3, false", "1, true", "2, true", "3, true"})
  void firstComeFirstServed(int cores, boolean costs) {
    agree(new Fifo(), new PlainRule(false, false, 0), machine(cores, costs));
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "3, false", "1, true", "2, true", "3, true"})
  void roundRobin(int cores, boolean costs) {
    agree(new RoundRobin(ns(2)), new PlainRule(false, false, 2), machine(cores, costs));
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "3, false", "1, true", "2, true", "3, true"})
  void roundRobinThatQueuesBeforeArrivals(int cores, boolean costs) {
    agree(
        new RoundRobin(ns(2)),
        new PlainRule(false, false, 2),
        machine(cores, costs, Machine.Requeue.BEFORE_ARRIVALS));
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "3, false", "1, true", "2, true", "3, true"})
  void priority(int cores, boolean costs) {
    agree(new Priority(), new PlainRule(true, true, 0), machine(cores, costs));
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "3, false", "1, true", "2, true", "3, true"})
  void priorityThatWaitsForTheEndOfATurn(int cores, boolean costs) {
    Policy waits = new Priority(false, Duration.ZERO);
    agree(waits, new PlainRule(true, false, 0), machine(cores, costs));
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "3, false", "1, true", "2, true", "3, true"})
  void roundRobinAmongTheEquallyUrgent(int cores, boolean costs) {
    Policy slices = new Priority(true, ns(2));
    agree(slices, new PlainRule(true, true, 2), machine(cores, costs));
  }

  private static void agree(Policy policy, PlainRule rule, Machine.Simulated machine) {
    Seeded.cases(
        CASES,
        seeded -> {
          Conversation talk = Conversation.random(seeded);
          List<String> plain = new PlainMachine(machine, rule, talk).run();
          assertThat(engine(machine, policy, talk)).as("%s", talk).isEqualTo(plain);
        });
  }

  private static List<String> engine(Machine machine, Policy policy, Conversation talk) {
    try (Stage stage = new Stage(machine, policy)) {
      List<ActorRef<Say>> refs = new ArrayList<>();
      talk.tasks().forEach(talker -> refs.add(task(stage, talker, refs)));
      Map<Integer, Integer> places = new HashMap<>(Map.of(0, -1));
      refs.forEach(ref -> places.put(stage.taskOf(ref).id(), places.size() - 1));
      int before = stage.events().size();
      talk.openings().forEach(opening -> arrives(stage, opening, refs.get(opening.to())));
      stage.run();
      assertThat(stage.engine().failure()).isNull();
      return stage.events().stream().skip(before).flatMap(event -> line(event, places)).toList();
    }
  }

  private static void arrives(Stage stage, Opening opening, ActorRef<Say> to) {
    stage.at(ns(opening.at()), () -> to.tell(opening.said()));
  }

  private static ActorRef<Say> task(
      Stage stage, Conversation.Talker talker, List<ActorRef<Say>> refs) {
    Behavior<Say> behavior =
        Behaviors.receiveMessage(
            said -> {
              talker.plan(said).forEach(step -> does(stage, step, said, refs));
              return Behaviors.same();
            });
    return stage.task(
        "t" + refs.size(), Bursts.settings(talker.priority(), 1, Optional.empty()), behavior);
  }

  private static void does(Stage stage, Step step, Say said, List<ActorRef<Say>> refs) {
    stage.consume(ns(step.consumed()));
    if (step.to() >= 0) {
      refs.get(step.to()).tell(said.answer());
    }
  }

  private static Stream<String> line(Event event, Map<Integer, Integer> places) {
    String start = event.at() + " ";
    Object task = places.get(event.task());
    String line = "";
    if (event instanceof Event.Sent sent) {
      line = start + "sent " + places.get(sent.from()) + " to " + task;
    } else if (event instanceof Event.Taken taken) {
      line = start + "taken " + task + " on " + taken.core();
    } else if (event instanceof Event.Resumed resumed) {
      line = start + "resumed " + task + " on " + resumed.core();
    } else if (event instanceof Event.Left left) {
      line = start + "left " + task + " on " + left.core() + " " + left.why() + left.served();
    }
    return Stream.of(line).filter(some -> !some.isEmpty());
  }
}
