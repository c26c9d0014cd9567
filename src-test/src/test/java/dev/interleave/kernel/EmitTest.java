package dev.interleave.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.stage.Scene;
import dev.interleave.testkit.check.YieldPromise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmitTest {
  private static final String ALL = "dev.interleave.stage.Machines#all";

  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  /** Counts for whoever asks; says hello to others meanwhile. */
  private record Counter(List<String> seen) implements Driver<Counter.Message> {
    sealed interface Message {}

    record Count(int to, ActorRef<Emitted<Integer>> consumer) implements Message {}

    record Greet(ActorRef<String> replyTo) implements Message {}

    @Override
    public Behavior<Message> start(DriverContext<Message> context) {
      return Behaviors.receive(Message.class)
          .onMessage(Count.class, count -> begin(context, count))
          .onMessage(
              Greet.class,
              greet -> {
                greet.replyTo.tell("hello");
                return Behaviors.same();
              })
          .build();
    }

    private Behavior<Message> begin(DriverContext<Message> context, Count count) {
      return next(context, context.outlet(count.consumer), 1, count.to);
    }

    private Behavior<Message> next(
        DriverContext<Message> context, Outlet<Integer> outlet, int item, int last) {
      context.consume(Duration.ofNanos(1000));
      if (outlet.cancelled() || item > last) {
        seen.add(outlet.cancelled() ? "cancelled at " + item : "complete");
        outlet.complete();
        return Behaviors.same();
      }
      return context.emit(outlet, item, () -> next(context, outlet, item + 1, last));
    }
  }

  /** Wants {@code wanted} items, one by one, after which it cancels or waits for the end. */
  private record Consumer(int to, int wanted, List<String> seen) implements Program<Object> {
    @Override
    public Behavior<Object> start(ProgramContext<Object> context) {
      ActorRef<Emitted<Integer>> self = context.actor().getSelf().unsafeUpcast().narrow();
      context.tell("counter", new Counter.Count(to, self));
      return Behaviors.receive(Object.class)
          .onMessage(Emitted.Item.class, this::item)
          .onMessage(
              Emitted.Complete.class,
              end -> {
                seen.add("end");
                return Behaviors.stopped();
              })
          .build();
    }

    private Behavior<Object> item(Emitted.Item<?> item) {
      seen.add("item " + item.value());
      int number = (Integer) item.value();
      item.more().tell(new Emitted.Demand(number < wanted ? 1 : 0));
      return Behaviors.same();
    }
  }

  private Scene counted(Machine machine, int to, int wanted) {
    return new Scene(machine, new Fifo())
        .driver("counter", new Counter(seen))
        .program("consumer", new Consumer(to, wanted, seen), "counter");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void itemsComeInOrderOneForEachDemand(Machine machine) {
    Scene scene = counted(machine, 5, 100).played();
    assertThat(seen)
        .containsSubsequence("item 1", "item 2", "item 3", "item 4", "item 5", "end")
        .contains("complete")
        .hasSize(7);
    assertThat(new YieldPromise().in(scene.events())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aConsumerThatCancelsEndsTheJob(Machine machine) {
    counted(machine, 1000, 3).played();
    assertThat(seen).containsSubsequence("item 1", "item 2", "item 3", "cancelled at 4", "end");
    assertThat(seen).doesNotContain("item 4");
  }

  /** Takes one item and never asks for more, then asks the driver for something else. */
  private record Forgetful(List<String> seen) implements Program<Object> {
    @Override
    public Behavior<Object> start(ProgramContext<Object> context) {
      ActorRef<Emitted<Integer>> self = context.actor().getSelf().unsafeUpcast().narrow();
      context.tell("counter", new Counter.Count(10, self));
      return Behaviors.receive(Object.class)
          .onMessage(
              Emitted.Item.class,
              item -> {
                context.<String>ask(
                    "counter", Counter.Greet::new, hello -> hello, reason -> reason);
                return Behaviors.same();
              })
          .onMessage(
              String.class,
              heard -> {
                seen.add(heard);
                return Behaviors.stopped();
              })
          .build();
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aConsumerThatNeverAsksBlocksNobody(Machine machine) {
    new Scene(machine, new Fifo())
        .driver("counter", new Counter(seen))
        .program("forgetful", new Forgetful(seen), "counter")
        .played();
    assertThat(seen).containsExactly("hello");
  }
}
