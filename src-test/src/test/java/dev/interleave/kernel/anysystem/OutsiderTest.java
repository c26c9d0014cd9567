package dev.interleave.kernel.anysystem;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import dev.interleave.kernel.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thread outside that asks, waits for the answer and asks again. */
@Timeout(60)
class OutsiderTest {
  private static final int ASKS = 30;

  private sealed interface Message {}

  private enum Go implements Message {
    GO
  }

  private record Count(ActorRef<Long> replyTo) implements Message {}

  /** Has always something to do, at one instant. */
  private static Behavior<Message> busy() {
    return Behaviors.setup(
        context -> {
          context.getSelf().tell(Go.GO);
          long[] turns = {0};
          return Behaviors.receive(Message.class)
              .onMessageEquals(
                  Go.GO,
                  () -> {
                    turns[0]++;
                    context.getSelf().tell(Go.GO);
                    return Behaviors.same();
                  })
              .onMessage(
                  Count.class,
                  count -> {
                    count.replyTo().tell(turns[0]);
                    return Behaviors.same();
                  })
              .build();
        });
  }

  @RepeatedTest(3)
  void theMachinePausesAfterTheVeryTurnInWhichTheAnswerIsThere() throws Exception {
    ActorSystem<ActorRef<ActorRef<Message>>> system =
        ActorSystem.create(
            Behaviors.setup(
                context -> {
                  ActorRef<Message> busy = context.spawn(busy(), "busy");
                  return Behaviors.receiveMessage(
                      replyTo -> {
                        replyTo.tell(busy);
                        return Behaviors.same();
                      });
                }),
            "outsider",
            ConfigFactory.load("interleave-simulated"));
    ActorRef<Message> busy =
        AskPattern.<ActorRef<ActorRef<Message>>, ActorRef<Message>>ask(
                system, replyTo -> replyTo, Duration.ofSeconds(1), system.scheduler())
            .toCompletableFuture()
            .get();
    List<Long> seen = new ArrayList<>();
    for (int i = 0; i < ASKS; i++) {
      seen.add(
          AskPattern.<Message, Long>ask(busy, Count::new, Duration.ofSeconds(1), system.scheduler())
              .toCompletableFuture()
              .get());
    }
    system.terminate();
    assertThat(seen).containsExactlyElementsOf(turnByTurn(seen.get(0)));
  }

  /** A busy actor, and one that puts what it is told into {@code answers}. */
  private static Behavior<ActorRef<Message>> withAnswersIn(BlockingQueue<Long> answers) {
    return Behaviors.setup(
        context -> {
          ActorRef<Message> busy = context.spawn(busy(), "busy");
          ActorRef<Long> collector =
              context.spawn(
                  Behaviors.receiveMessage(
                      (Long turns) -> {
                        answers.add(turns);
                        return Behaviors.same();
                      }),
                  "collector");
          return Behaviors.receiveMessage(
              any -> {
                busy.tell(new Count(collector));
                return Behaviors.same();
              });
        });
  }

  /** Waits as {@code wait} does after each message to a busy machine. */
  private static List<Long> answers(Wait wait) throws Exception {
    return answers(wait, new LinkedBlockingQueue<>());
  }

  private static List<Long> answers(Wait wait, BlockingQueue<Long> answers) throws Exception {
    ActorSystem<ActorRef<Message>> system =
        ActorSystem.create(
            withAnswersIn(answers), "outsider", ConfigFactory.load("interleave-simulated"));
    List<Long> seen = new ArrayList<>();
    for (int i = 0; i < ASKS; i++) {
      system.tell(system.ignoreRef());
      seen.add(wait.on(answers));
    }
    SimulatedRun run = SimulatedRun.of(system);
    system.terminate();
    assertThat(run.await().leaks()).isEmpty();
    return seen;
  }

  private interface Wait {
    Long on(BlockingQueue<Long> answers) throws InterruptedException;
  }

  @RepeatedTest(3)
  void theMachinePausesAsSoonAsAQueueHasWhatAThreadPollsForAWhile() throws Exception {
    List<Long> seen = answers(queue -> queue.poll(1, TimeUnit.MINUTES));
    assertThat(seen).isEqualTo(answers(BlockingQueue::take));
  }

  /** Who takes waits for a task, which who adds runs. */
  private static final class TaskQueue extends LinkedBlockingQueue<Long> {
    private static final long serialVersionUID = 1L;

    private transient volatile FutureTask<Long> next = new FutureTask<>(this::poll);

    @Override
    public boolean add(Long number) {
      boolean added = super.add(number);
      next.run();
      return added;
    }

    @Override
    public Long take() throws InterruptedException {
      try {
        return next.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      } finally {
        next = new FutureTask<>(this::poll);
      }
    }
  }

  @RepeatedTest(3)
  void theMachinePausesAsSoonAsATaskIsDoneThatAThreadWaitsFor() throws Exception {
    List<Long> seen = answers(BlockingQueue::take, new TaskQueue());
    assertThat(seen).isEqualTo(answers(BlockingQueue::take));
  }

  @Test
  void aVirtualThreadRestsInAWaitThatCannotBeAsked() throws Exception {
    CompletableFuture<String> ended = new CompletableFuture<>();
    startVirtual(
        () -> {
          ActorSystem<String> system = idle();
          system.tell("end");
          ended.complete(handedOver(system));
        });
    assertThat(ended.get()).isEqualTo("ended");
  }

  /** What another thread hands over when {@code system} has ended. */
  private static String handedOver(ActorSystem<String> system) {
    Exchanger<String> hands = new Exchanger<>();
    CompletableFuture<Done> end = system.getWhenTerminated().toCompletableFuture();
    new Thread(() -> exchange(hands, end.thenApply(done -> "ended").join())).start();
    return exchange(hands, "");
  }

  private static String exchange(Exchanger<String> hands, String mine) {
    try {
      return hands.exchange(mine);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A platform thread before JDK 21. */
  private static void startVirtual(Runnable work) throws ReflectiveOperationException {
    if (Runtime.version().feature() < 21) {
      new Thread(work).start();
    } else {
      Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
    }
  }

  /** Between two answers it has one turn. */
  private static List<Long> turnByTurn(long first) {
    return LongStream.range(first, first + ASKS).boxed().toList();
  }

  /** Ends when it is told to. */
  private static ActorSystem<String> idle() {
    return ActorSystem.create(
        Behaviors.receiveMessage(message -> Behaviors.stopped()),
        "outsider",
        ConfigFactory.load("interleave-simulated"));
  }

  @Test
  void whoAwaitsTheEndHasNothingToSayAndTheRunEnds() {
    Simulation run = SimulatedRun.of(idle()).await();
    assertThat(run.end()).isEqualTo(Outcome.End.FINISHED);
    assertThat(run.leaks()).isEmpty();
  }

  @Test
  void whoMaySpeakIsWaitedForWhileAnotherAwaitsTheEnd() {
    CompletableFuture<SimulatedRun> awaited = new CompletableFuture<>();
    List<Boolean> ended = new CopyOnWriteArrayList<>();
    Thread speaker =
        new Thread(
            () -> {
              ActorSystem<String> system = idle();
              awaited.complete(SimulatedRun.of(system));
              later().join();
              ended.add(system.getWhenTerminated().toCompletableFuture().isDone());
              system.tell("end");
            });
    speaker.start();
    Simulation run = awaited.join().await();
    assertThat(ended).containsExactly(false);
    assertThat(run.end()).isEqualTo(Outcome.End.FINISHED);
    assertThat(run.leaks()).isEmpty();
  }

  private static CompletableFuture<Void> later() {
    return CompletableFuture.runAsync(
        () -> {}, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
  }
}
