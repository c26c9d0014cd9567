package dev.interleave.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.kernel.policy.Fifo;
import dev.interleave.kernel.policy.Policy;
import dev.interleave.kernel.policy.Priority;
import dev.interleave.kernel.policy.RandomOrder;
import dev.interleave.kernel.policy.RoundRobin;
import dev.interleave.kernel.trace.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Foreign threads send to tasks on real cores: nothing is lost, and each sender's order is kept.
 */
class OutsideSubmissionsTest {
  private static final int TASKS = 100;
  private static final int SENDERS = 4;
  private static final int MESSAGES = 50_000;

  private record Note(int sender, int number) {}

  private record Open(CountDownLatch opened, List<ActorRef<Note>> tasks) {}

  private final CountDownLatch handled = new CountDownLatch(SENDERS * MESSAGES);
  private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

  static Stream<Arguments> machines() {
    return Stream.of(new Machine.OneThread(1), new Machine.Multicore(2, 1))
        .flatMap(
            machine ->
                Stream.of(
                        new Fifo(),
                        new RoundRobin(Duration.ofMillis(4)),
                        new Priority(),
                        new RandomOrder())
                    .flatMap(
                        policy ->
                            Stream.of(true, false)
                                .map(traced -> Arguments.of(machine, policy, traced))));
  }

  @ParameterizedTest
  @MethodSource("machines")
  void noWakeUpIsLost(Machine machine, Policy policy, boolean traced) throws InterruptedException {
    Trace trace = traced ? Trace.on() : Trace.off();
    Boot.Booted<Open> booted =
        Boot.create(
            machine, policy, trace, config -> ActorSystem.create(guardian(), "outside", config));
    try {
      send(tasksOf(booted));
      assertThat(handled.await(1, TimeUnit.MINUTES)).as("all are handled").isTrue();
      assertThat(wrong).isEmpty();
      assertThat(booted.engine().failure()).isNull();
    } finally {
      booted.system().terminate();
      booted.engine().settle(() -> booted.system().whenTerminated().isCompleted());
      booted.engine().close();
    }
  }

  private Behavior<Open> guardian() {
    return Behaviors.setup(
        context ->
            Behaviors.receiveMessage(
                open -> {
                  for (int i = 0; i < TASKS; i++) {
                    open.tasks().add(context.spawn(task(), "t" + i));
                  }
                  open.opened().countDown();
                  return Behaviors.same();
                }));
  }

  private Behavior<Note> task() {
    int[] last = new int[SENDERS];
    return Behaviors.receiveMessage(
        note -> {
          if (note.number() <= last[note.sender()]) {
            wrong.add(note + " after " + last[note.sender()]);
          }
          last[note.sender()] = note.number();
          handled.countDown();
          return Behaviors.same();
        });
  }

  private static List<ActorRef<Note>> tasksOf(Boot.Booted<Open> booted)
      throws InterruptedException {
    Open open = new Open(new CountDownLatch(1), new ArrayList<>());
    booted.system().tell(open);
    open.opened().await();
    return open.tasks();
  }

  private static void send(List<ActorRef<Note>> tasks) {
    for (int sender = 0; sender < SENDERS; sender++) {
      int number = sender;
      new Thread(() -> sendAll(tasks, number), "sender-" + sender).start();
    }
  }

  private static void sendAll(List<ActorRef<Note>> tasks, int sender) {
    SplittableRandom random = new SplittableRandom(sender);
    for (int i = 1; i <= MESSAGES; i++) {
      tasks.get(random.nextInt(tasks.size())).tell(new Note(sender, i));
    }
  }
}
